using System.Text.RegularExpressions;
using Mp.Generators.Parsing;

namespace Mp.Generators.Tests.Documents;

/// <summary>docs/data-types.md names what the generator takes, and nothing else.</summary>
public sealed partial class DataTypesDocumentTests
{
    private static readonly string Text =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "data-types.md"));

    private static readonly string[] Types =
        [.. Rows().Matches(Text).Select(static match => match.Groups[1].Value).Distinct()];

    [Fact]
    public void EveryTypeThatIsTaken_IsInTheDocument()
    {
        IEnumerable<string> names = ScalarTypes.All.Concat(CollectionTypes.All)
            .Select(static name => name[(name.LastIndexOf('.') + 1)..].Split('`')[0]);

        Assert.Empty(names.Except(Types.Select(static type => type.Split('<')[0])));
    }

    [Fact]
    public void EveryTypeInTheDocument_IsTaken()
    {
        IEnumerable<string> handlers = Types.Select(static (type, index) =>
            $"[Rcv(\"{index}\")] void On{index}(List<{Closed(type)}> value) {{ }}");

        IReadOnlyDictionary<string, string> generated = GeneratorHarness.Generate($$"""
            using System.Collections.Concurrent;
            using System.Collections.Frozen;
            using System.Collections.Immutable;
            using System.Collections.ObjectModel;
            using System.Numerics;
            using System.Text;

            internal sealed partial class Receiver : Port
            {
                {{string.Join('\n', handlers)}}
            }
            """);

        Assert.Single(generated);
        Assert.InRange(Types.Length, 70, 100);
    }

    private static string Closed(string type) => type switch
    {
        "T?" => "int?",
        "ValueTuple" or "Tuple" => type + "<int, string>",
        _ => type
            .Replace("TKey", "string", StringComparison.Ordinal)
            .Replace("TValue", "int", StringComparison.Ordinal)
            .Replace("T[]", "int[]", StringComparison.Ordinal)
            .Replace("<T>", "<int>", StringComparison.Ordinal),
    };

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
