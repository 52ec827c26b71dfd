using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>
/// Finds the codec of a type, which is made of those of its parts. If a part has none, it tells which one, and why.
/// </summary>
/// <param name="isLeft">
/// Types that are let pass without a look: nothing, or what those who only send know of at run time.
/// </param>
/// <param name="looksIntoPayloads">
/// Whether a payload is looked at member by member. To make codecs, that is not needed: it has one, or an error of its
/// own.
/// </param>
internal sealed class CodecParser(Func<ITypeSymbol, bool>? isLeft = null, bool looksIntoPayloads = false)
{
    private const string Services = "global::Mp.CompilerServices.";
    private const string BuiltIn = Services + "BuiltInCodecs.";

    // The type that was asked for, and the steps from it to the part that is looked at.
    private readonly List<string> _path = [];
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Why there is no codec, as <c>List&lt;nint[]&gt;[][]: 'nint' has ...</c>, each pair of brackets an item;
    /// <see langword="null"/> if there is one.
    /// </summary>
    public string? Obstacle { get; private set; }

    // The name of a type is built up here, not taken from the symbol, to have a "?" on whatever takes null.

    /// <summary>The codec of a type, or nothing.</summary>
    public TypeCodec? Parse(ITypeSymbol type)
    {
        if (_path.Count == 0)
        {
            _path.Add(Obstacles.NameOf(type));
        }

        if (isLeft?.Invoke(type) == true)
        {
            return new TypeCodec(NameOf(type), "");
        }

        if (type.SpecialType == SpecialType.System_Object)
        {
            // Within a collection, nothing could say that an item must not be null.
            return ElementParser.TakesNull(type)
                ? new TypeCodec("object?", BuiltIn + "Object")
                : Refuse(type, "may be null within another type: make it 'object?'");
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Parse(nullable.TypeArguments[0]) is { } value
                ? new TypeCodec(value.Type + "?", $"new {Services}NullableCodec<{value.Type}>({value.Expression})")
                : null;
        }

        if (ParsePresent(type) is not { } codec)
        {
            return null;
        }

        return type.IsReferenceType && ElementParser.TakesNull(type)
            ? new TypeCodec(codec.Type + "?", $"new {Services}NullableReferenceCodec<{codec.Type}>({codec.Expression})")
            : codec;
    }

    private TypeCodec? ParsePresent(ITypeSymbol type)
    {
        if (ScalarTypes.CodecOf(type) is { } builtIn)
        {
            return new TypeCodec(NameOf(type), BuiltIn + builtIn);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return new TypeCodec(NameOf(type), $"new {Services}EnumCodec<{NameOf(type)}>()");
        }

        return type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => ParseArray(array),
            INamedTypeSymbol named when CollectionTypes.IsSequence(named) => ParseSequence(named),
            INamedTypeSymbol named when CollectionTypes.IsMap(named) => ParseMap(named),
            INamedTypeSymbol named when CollectionTypes.IsTuple(named) => ParseTuple(named),
            INamedTypeSymbol named when PayloadVocabulary.Of(named) is not null || CustomCodecParser.IsMarked(named) =>
                ParsePayload(named),
            _ => Refuse(type, Obstacles.ReasonOf(type)),
        };
    }

    // The name of the type that was asked for has its brackets already.
    private TypeCodec? ParseArray(IArrayTypeSymbol type) =>
        ParsePart(_path.Count == 1 ? "" : "[]", type.ElementType) is { } item
            ? new TypeCodec(item.Type + "[]", $"new {Services}ArrayCodec<{item.Type}>({item.Expression})")
            : null;

    private TypeCodec? ParseSequence(INamedTypeSymbol type)
    {
        ITypeSymbol itemType = type.TypeArguments[0];
        if (ParsePart("[]", itemType) is not { } item)
        {
            return null;
        }

        if (CollectionTypes.IsSorted(type) && !CollectionTypes.HasOrder(itemType))
        {
            return Refuse(type, $"has no order, as '{Obstacles.NameOf(itemType)}' is not IComparable of itself");
        }

        string name = $"{QualifiedNameOf(type)}<{item.Type}>";
        return CollectionTypes.IsList(type)
            ? new TypeCodec(name, $"new {Services}ListCodec<{item.Type}>({item.Expression})")
            : new TypeCodec(name, $"{Services}CollectionCodecs.{type.Name}<{item.Type}>({item.Expression})");
    }

    private TypeCodec? ParseMap(INamedTypeSymbol type)
    {
        ITypeSymbol keyType = type.TypeArguments[0];
        if (CollectionTypes.KeyCodecOf(keyType) is not { } key)
        {
            _path.Add(".Keys");
            return Refuse(keyType, "is no key: keys are strings, integers, enums or GUIDs");
        }

        if (ParsePart("[]", type.TypeArguments[1]) is not { } item)
        {
            return null;
        }

        string arguments = $"{NameOf(keyType)}, {item.Type}";
        string name = $"{QualifiedNameOf(type)}<{arguments}>";
        return keyType.SpecialType == SpecialType.System_String && CollectionTypes.IsDictionary(type)
            ? new TypeCodec(name, $"new {Services}DictionaryCodec<{item.Type}>({item.Expression})")
            : new TypeCodec(
                name,
                $"{Services}MapCodecs.{type.Name}<{arguments}>({Services}KeyCodecs.{key}, {item.Expression})");
    }

    private TypeCodec? ParseTuple(INamedTypeSymbol type)
    {
        INamedTypeSymbol tuple = type.TupleUnderlyingType ?? type;
        var types = new List<string>();
        var codecs = new List<string>();
        for (int index = 0; index < tuple.TypeArguments.Length; index++)
        {
            if (ParsePart(CollectionTypes.ItemNameOf(tuple, index), tuple.TypeArguments[index]) is not { } item)
            {
                return null;
            }

            types.Add(item.Type);
            codecs.Add(item.Expression);
        }

        string arguments = string.Join(", ", types);
        return new TypeCodec(
            $"{QualifiedNameOf(tuple)}<{arguments}>",
            $"{Services}TupleCodecs.{tuple.Name}<{arguments}>({string.Join(", ", codecs)})");
    }

    private TypeCodec? ParsePayload(INamedTypeSymbol type)
    {
        for (int index = 0; index < type.TypeArguments.Length; index++)
        {
            ITypeSymbol argument = type.TypeArguments[index];
            string step = $"<{type.TypeParameters[index].Name}>";
            if (!ClosedPayloadParser.IsVisible(argument))
            {
                _path.Add(step);
                return Refuse(argument, "can't be named in the whole assembly");
            }

            if (ParsePart(step, argument) is null)
            {
                return null;
            }
        }

        if (looksIntoPayloads && !MembersTravel(type))
        {
            return null;
        }

        string name = ClosedPayloadParser.Write(type);
        return new TypeCodec(name, $"{Services}PayloadCodecs.Of<{name}>()");
    }

    // Of another assembly, its own compilation has looked.
    private bool MembersTravel(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
        || CustomCodecParser.IsMarked(type)
        || ClosedPayloadParser.IsTooDeep(type)
        || !_seen.Add(type)
        || PayloadLayoutParser.MembersOf(type, CancellationToken.None)
            .All(member => ElementParser.IsWholeElement(member.Type)
                || member.Type.TypeKind == TypeKind.Error
                || ParsePart("." + member.Name, member.Type) is not null);

    private TypeCodec? ParsePart(string step, ITypeSymbol type)
    {
        _path.Add(step);
        TypeCodec? codec = Parse(type);
        if (codec is not null)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        return codec;
    }

    private TypeCodec? Refuse(ITypeSymbol type, string reason)
    {
        string subject = _path.Count > 1 ? $"{string.Concat(_path)}: '{Obstacles.NameOf(type)}'" : "it";
        Obstacle = $"{subject} {reason}";
        return null;
    }

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string QualifiedNameOf(INamedTypeSymbol type) =>
        $"global::{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
}
