using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Generators.Emitting;

/// <summary>Names as C#, or something else, wants them.</summary>
internal static class Identifier
{
    /// <summary>A name as it must be written: keywords behind an <c>@</c>.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>
    /// An identifier for a type's metadata name, such that different names have different identifiers.
    /// </summary>
    public static string Mangle(string metadataName)
    {
        var text = new StringBuilder(metadataName.Length);
        foreach (char character in metadataName)
        {
            text.Append(character switch
            {
                '_' => "__",
                '.' => "_",
                '+' => "_n_",
                '`' => "_g_",
                _ => character.ToString(),
            });
        }

        return text.ToString();
    }
}
