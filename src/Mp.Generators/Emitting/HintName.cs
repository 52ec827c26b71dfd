using System.Globalization;

namespace Mp.Generators.Emitting;

/// <summary>Names of generated files.</summary>
internal static class HintName
{
    private const int MaxPlainLength = 120;
    private const string Allowed = ".,-+_()[]`";

    /// <summary>The file for a type.</summary>
    /// <remarks>
    /// A metadata name has no <c>@</c>, which hint names must not have. But hint names that differ in case only are
    /// taken for the same one, and then nothing at all is generated: the hash keeps <c>Echo</c> and <c>echo</c> apart.
    /// </remarks>
    public static string Of(string metadataName) => $"{Plain(metadataName)}.{HashOf(metadataName)}.g.cs";

    /// <summary>Eight digits that tell names apart.</summary>
    public static string HashOf(string name) => Hash(name).ToString("x8", CultureInfo.InvariantCulture);

    // Type arguments may be long, and have what names of files must not have, as the @ of a keyword.
    private static string Plain(string name)
    {
        string plain = string.Concat(name.Replace('<', '(').Replace('>', ')').Select(static character =>
            char.IsLetterOrDigit(character) || Allowed.IndexOf(character) >= 0 ? character : '_'));
        return plain.Length > MaxPlainLength ? plain.Substring(0, MaxPlainLength) : plain;
    }

    // FNV-1a: the same on every run, which string.GetHashCode is not.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash;
    }
}
