using Mp.CompilerServices;

namespace Mp.Codecs;

/// <summary>Says elements of MessagePack, which are of our own making, in another format.</summary>
internal static class ElementCopy
{
    /// <summary>Copies one element, with all that it holds.</summary>
    /// <exception cref="MessageEncodingException">The format can't express it.</exception>
    // Recursive: the elements are no deeper than what we let in or out.
    public static void Copy<TTarget>(ref ElementReader reader, ref TTarget target)
        where TTarget : IElementTarget, allows ref struct
    {
        switch (reader.Kind)
        {
            case ElementKind.Null:
                _ = reader.TryReadNull();
                target.WriteNull();
                break;
            case ElementKind.Boolean:
                _ = reader.TryReadBoolean(out bool truth);
                target.WriteBoolean(truth);
                break;
            case ElementKind.Integer:
                CopyInteger(ref reader, ref target);
                break;
            case ElementKind.Floating:
                _ = reader.TryReadDouble(out double number);
                target.WriteDouble(number);
                break;
            case ElementKind.String:
                _ = reader.TryReadUtf8(out ReadOnlySpan<byte> text);
                target.WriteText(text);
                break;
            case ElementKind.Bytes:
                _ = reader.TryReadByteSpan(out ReadOnlySpan<byte> bytes);
                target.WriteBytes(bytes);
                break;
            case ElementKind.Array:
                CopyArray(ref reader, ref target);
                break;
            case ElementKind.Map:
                CopyMap(ref reader, ref target);
                break;
            default:
                CopyExtension(ref reader, ref target);
                break;
        }
    }

    private static void CopyInteger<TTarget>(ref ElementReader reader, ref TTarget target)
        where TTarget : IElementTarget, allows ref struct
    {
        if (reader.TryReadInt64(out long signed))
        {
            target.WriteInt64(signed);
        }
        else
        {
            _ = reader.TryReadUInt64(out ulong unsigned);
            target.WriteUInt64(unsigned);
        }
    }

    private static void CopyArray<TTarget>(ref ElementReader reader, ref TTarget target)
        where TTarget : IElementTarget, allows ref struct
    {
        _ = reader.TryReadArrayHeader(out int count);
        target.BeginArray(count);
        for (int index = 0; index < count; index++)
        {
            Copy(ref reader, ref target);
        }

        target.EndArray();
    }

    private static void CopyMap<TTarget>(ref ElementReader reader, ref TTarget target)
        where TTarget : IElementTarget, allows ref struct
    {
        _ = reader.TryReadMapHeader(out int count);
        target.BeginMap(count);
        for (int index = 0; index < count; index++)
        {
            _ = reader.TryReadUtf8(out ReadOnlySpan<byte> key);
            target.WriteKey(key);
            Copy(ref reader, ref target);
        }

        target.EndMap();
    }

    private static void CopyExtension<TTarget>(ref ElementReader reader, ref TTarget target)
        where TTarget : IElementTarget, allows ref struct
    {
        if (!reader.TryReadTimestamp(out long seconds, out int nanoseconds))
        {
            throw new MessageEncodingException(
                $"it has an extension of MessagePack that is no moment, which {TTarget.FormatName} can't express");
        }

        target.WriteTimestamp(new Timestamp(seconds, nanoseconds));
    }
}
