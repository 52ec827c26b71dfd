using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>A type that travels as another one.</summary>
/// <param name="form">The codec of the other type.</param>
/// <param name="toForm">Makes the other type of this one.</param>
/// <param name="fromForm">Makes this type of the other one.</param>
internal sealed class MappedCodec<T, TForm>(
    IElementCodec<TForm> form,
    Func<T, TForm> toForm,
    Func<TForm, T> fromForm) : IElementCodec<T>
{
    public void Write(ref ElementWriter writer, T value)
    {
        if (!typeof(T).IsValueType && value is null)
        {
            writer.WriteNull();
        }
        else
        {
            form.Write(ref writer, toForm(value));
        }
    }

    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out T value)
    {
        bool isRead = form.TryRead(ref reader, out TForm? read);
        value = isRead ? fromForm(read!) : default;
        return isRead;
    }
}
