using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads the method of a port class that receives what no handler matches.</summary>
internal static class UnmatchedParser
{
    /// <summary>Reads the method, telling <paramref name="problems"/> of what stops it from being one.</summary>
    public static UnmatchedModel? Parse(IReadOnlyList<IMethodSymbol> methods, ProblemSink problems)
    {
        foreach (IMethodSymbol method in methods.Skip(1))
        {
            problems.Report(ProblemKind.UnmatchedIsNotOne, method.Locations[0], method.Name);
        }

        return methods.Count == 0 ? null : Parse(methods[0], problems);
    }

    private static UnmatchedModel Parse(IMethodSymbol method, ProblemSink problems)
    {
        HandlerReturn result = HandlerParser.ReturnOf(method, problems);
        bool takesMessage = method.Parameters.Length == 1
            && KnownTypes.Is(method.Parameters[0].Type, KnownTypes.Message)
            && method.Parameters[0].RefKind is not (RefKind.Ref or RefKind.Out);
        if (method.MethodKind != MethodKind.Ordinary
            || method.IsGenericMethod
            || method.Parameters.Length > (takesMessage ? 1 : 0)
            || result is HandlerReturn.Boolean or HandlerReturn.BooleanTask or HandlerReturn.BooleanValueTask)
        {
            problems.Report(ProblemKind.UnmatchedHasOddShape, method.Locations[0], method.Name);
        }

        return new UnmatchedModel
        {
            Name = method.Name,
            TakesMessage = takesMessage,
            IsAsynchronous = result is HandlerReturn.Task or HandlerReturn.ValueTask,
        };
    }
}
