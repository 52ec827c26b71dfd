using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Sends;

/// <summary>A place where a port is spawned.</summary>
/// <param name="Message">The name, and the arguments, as far as they can be seen.</param>
internal sealed record SpawnSite(SentMessage Message)
{
    private const string Method = "Spawn";

    // Where it is made, the name, and the arguments.
    private const int Parameters = 3;

    /// <summary>Reads a call, if it is one that spawns.</summary>
    /// <param name="call">Any call.</param>
    /// <param name="senders">The types that have such a method.</param>
    public static SpawnSite? Read(IInvocationOperation call, ImmutableArray<INamedTypeSymbol> senders)
    {
        if (!string.Equals(call.TargetMethod.Name, Method, StringComparison.Ordinal)
            || !senders.Contains(call.TargetMethod.ContainingType, SymbolEqualityComparer.Default)
            || call.Arguments.Length != Parameters)
        {
            return null;
        }

        IArgumentOperation[] arguments =
            [.. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal ?? 0)];
        SentMessage list = SendSite.ReadList(SendSite.WithoutConversion(arguments[2].Value));
        return new SpawnSite(list with { Elements = list.Elements.Insert(0, SentElement.Of(arguments[1].Value)) });
    }
}
