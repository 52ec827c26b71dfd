using Microsoft.CodeAnalysis.Diagnostics;

namespace Mp.Analyzers.Sends;

/// <summary>What <c>.editorconfig</c> says about tags that nobody receives.</summary>
internal static class TagOptions
{
    private const string UnknownTags = "mp_unknown_tags";
    private const string KnownTags = "mp_known_tags";

    /// <summary>Whether unknown tags are not to be reported at all.</summary>
    public static bool IsOff(AnalyzerConfigOptions options) =>
        options.TryGetValue(UnknownTags, out string? value)
        && value.Trim() is var word
        && (word.Equals("off", StringComparison.OrdinalIgnoreCase)
            || word.Equals("false", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a tag is listed as known. An item that ends in <c>*</c> stands for all that begin so.</summary>
    public static bool IsListed(AnalyzerConfigOptions options, string tag) =>
        options.TryGetValue(KnownTags, out string? list)
        && list.Split(',').Select(static item => item.Trim()).Any(item => item.EndsWith("*", StringComparison.Ordinal)
            ? tag.StartsWith(item.Substring(0, item.Length - 1), StringComparison.Ordinal)
            : string.Equals(item, tag, StringComparison.Ordinal));
}
