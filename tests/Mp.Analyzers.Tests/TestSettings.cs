using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mp.Analyzers.Tests;

/// <summary>What an .editorconfig would say, for every file alike.</summary>
internal sealed class TestSettings(string lines) : AnalyzerConfigOptionsProvider
{
    private readonly Settings _settings = new(lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.OrdinalIgnoreCase));

    public override AnalyzerConfigOptions GlobalOptions => _settings;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _settings;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _settings;

    private sealed class Settings(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
#nullable disable // The attribute that the base has here is in two of the assemblies that are referred to.
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value);
#nullable restore
    }
}
