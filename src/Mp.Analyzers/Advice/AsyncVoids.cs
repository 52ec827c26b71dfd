using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Advice;

/// <summary>Finds functions that are <c>async void</c>: nobody can wait for them, nor learn of their failure.</summary>
internal static class AsyncVoids
{
    /// <summary>Looks at a turn: at the function that it is, and at those in it.</summary>
    public static void Find(
        Turn turn,
        Handlers handlers,
        IReadOnlyList<AddedFunction> added,
        Action<Diagnostic> report)
    {
        // One that is marked as a handler is no handler then, and that is reported as an error.
        if (!handlers.IsMarked(turn.Function))
        {
            Check(turn.Function, report);
        }

        foreach (IMethodSymbol function in turn.Functions.SelectMany(FunctionsIn))
        {
            // What is given to Rcv has a turn of its own.
            if (!added.Any(one => SymbolEqualityComparer.Default.Equals(one.Symbol, function)))
            {
                Check(function, report);
            }
        }
    }

    private static IEnumerable<IMethodSymbol> FunctionsIn(IOperation function) => function.DescendantsAndSelf()
        .Select(static one => one switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => null,
        })
        .OfType<IMethodSymbol>();

    private static void Check(IMethodSymbol function, Action<Diagnostic> report)
    {
        if (function is { IsAsync: true, ReturnsVoid: true })
        {
            report(Diagnostic.Create(Descriptors.FunctionIsAsyncVoid, LocationOf(function)));
        }
    }

    private static Location LocationOf(IMethodSymbol function) =>
        function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.GetLocation(),
            _ => function.Locations[0],
        };
}
