using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Advice;

/// <summary>What is given to <c>Rcv</c>, or to <c>Mon</c> and others, to run in the turn of a port.</summary>
/// <param name="Symbol">The lambda, or the method that is named.</param>
/// <param name="Body">The lambda or local function, or <see langword="null"/> for a method of a type.</param>
internal sealed record AddedFunction(IMethodSymbol Symbol, IOperation? Body)
{
    /// <summary>All of a method's.</summary>
    public static IReadOnlyList<AddedFunction> In(IEnumerable<IOperation> blocks, Handlers handlers)
    {
        IOperation[] all = [.. blocks.SelectMany(static block => block.DescendantsAndSelf())];
        return
        [
            .. all.OfType<IInvocationOperation>()
                .Where(call => handlers.RunsInTurn(call.TargetMethod))
                .Select(static call => call.Arguments.LastOrDefault(static argument =>
                    argument.Parameter?.Type.TypeKind == TypeKind.Delegate))
                .Select(argument => FunctionOf(argument?.Value, all))
                .OfType<AddedFunction>(),
        ];
    }

    private static AddedFunction? FunctionOf(IOperation? value, IOperation[] all) => Unwrap(value) switch
    {
        IAnonymousFunctionOperation lambda => new AddedFunction(lambda.Symbol, lambda.Body),
        IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } local =>
            new AddedFunction(local.Method, all.OfType<ILocalFunctionOperation>().FirstOrDefault(one =>
                SymbolEqualityComparer.Default.Equals(one.Symbol, local.Method))?.Body),
        IMethodReferenceOperation method => new AddedFunction(method.Method, null),
        _ => null,
    };

    private static IOperation? Unwrap(IOperation? value) => value switch
    {
        IDelegateCreationOperation creation => Unwrap(creation.Target),
        IConversionOperation conversion => Unwrap(conversion.Operand),
        IParenthesizedOperation parenthesized => Unwrap(parenthesized.Operand),
        _ => value,
    };
}
