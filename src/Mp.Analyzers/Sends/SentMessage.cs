using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Sends;

/// <summary>A message, as the place where it is sent has it.</summary>
/// <param name="Elements">Its elements, from the first on.</param>
/// <param name="IsComplete">Whether these are all: a list that is passed on may have any number.</param>
internal sealed record SentMessage(ImmutableArray<SentElement> Elements, bool IsComplete)
{
    /// <summary>The string that it begins with, or <see langword="null"/> if that is not known.</summary>
    public string? Tag => Elements.Length > 0 ? Elements[0].Constant as string : null;

    /// <summary>The message for a diagnostic: constants as they are, types of what is not known.</summary>
    public string Describe()
    {
        IEnumerable<string> elements = Elements.Select(static element => element.Constant switch
        {
            string text => ContractWriter.Quote(text),
            _ when element.IsNull => "null",
            _ => element.Type?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "?",
        });
        return $"[{string.Join(", ", IsComplete ? elements : elements.Append("..."))}]";
    }
}
