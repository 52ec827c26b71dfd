using System.Runtime.CompilerServices;
using System.Text;

namespace Mp.Nodes;

/// <summary>What a name must be under which something is registered that others may ask for.</summary>
internal static class RegisteredName
{
    private const int MaxBytes = 255;

    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static void ThrowIfUnusable(string name, [CallerArgumentExpression(nameof(name))] string parameter = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (Encoding.UTF8.GetByteCount(name) > MaxBytes)
        {
            throw new ArgumentException(
                $"'{Printable.Of(name)}' has more than {MaxBytes} bytes in UTF-8; give it a shorter name.",
                parameter);
        }
    }
}
