using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mp.Analyzers.Tests;

/// <summary>A source in which <c>{|MP1001:text|}</c> marks where a diagnostic is expected.</summary>
internal sealed class MarkedSource
{
    private MarkedSource(string text, IReadOnlyList<ExpectedDiagnostic> expected)
    {
        Text = text;
        Expected = expected;
    }

    /// <summary>The source without the marks.</summary>
    public string Text { get; }

    public IReadOnlyList<ExpectedDiagnostic> Expected { get; }

    /// <summary>Whether a diagnostic is to be looked at: one that only informs if one of its kind is marked.</summary>
    public bool IsAbout(Diagnostic diagnostic) =>
        diagnostic.Severity > DiagnosticSeverity.Info || Expected.Any(one => one.Id == diagnostic.Id);

    /// <summary>Takes the marks out. They may be nested.</summary>
    public static MarkedSource Parse(string markup)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var expected = new List<ExpectedDiagnostic>();
        for (int index = 0; index < markup.Length; index++)
        {
            if (markup.AsSpan(index).StartsWith("{|"))
            {
                int colon = markup.IndexOf(':', index);
                open.Push((markup[(index + 2)..colon], text.Length));
                index = colon;
            }
            else if (markup.AsSpan(index).StartsWith("|}"))
            {
                (string id, int start) = open.Pop();
                string marked = text.ToString(start, text.Length - start);
                expected.Add(new ExpectedDiagnostic(id, TextSpan.FromBounds(start, text.Length), marked));
                index++;
            }
            else
            {
                text.Append(markup[index]);
            }
        }

        Assert.Empty(open);
        return new MarkedSource(text.ToString(), expected);
    }
}
