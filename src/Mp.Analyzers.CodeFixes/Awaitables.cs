using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Analyzers.Advice;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Finds what can be awaited in the place of an expression that blocks, or that drops a task.</summary>
internal static class Awaitables
{
    /// <summary>What can be awaited, or nothing if that depends on more than the expression.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax } discard => discard.Right,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call =>
            OfCall(call, access, model),
        InvocationExpressionSyntax call => IsTask(call, model) ? call : null,
        _ => null,
    };

    private static ExpressionSyntax? OfCall(
        InvocationExpressionSyntax call,
        MemberAccessExpressionSyntax access,
        SemanticModel model)
    {
        bool hasArguments = call.ArgumentList.Arguments.Count > 0;
        string type = model.GetSymbolInfo(call).Symbol?.ContainingType.Name ?? "";
        return (type, access.Name.Identifier.ValueText) switch
        {
            ("Task", "Wait") => hasArguments ? null : access.Expression,
            ("Task", "WaitAll") when AreTasks(call, model) =>
                call.WithExpression(KnownSyntax.MethodOfTask("WhenAll")),
            ("Task", "WaitAll" or "WaitAny") => null,
            ("Thread", "Sleep") => call.WithExpression(KnownSyntax.MethodOfTask("Delay")),
            ("SemaphoreSlim", "Wait") => Renamed(call, access, "WaitAsync"),
            ("Process", "WaitForExit") => hasArguments ? null : Renamed(call, access, "WaitForExitAsync"),
            (_, "GetResult") => TaskOfAwaiter(access.Expression),
            _ => IsTask(call, model) ? call : null,
        };
    }

    private static InvocationExpressionSyntax Renamed(
        InvocationExpressionSyntax call,
        MemberAccessExpressionSyntax access,
        string name) =>
        call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(name)));

    // a.GetAwaiter() or a.ConfigureAwait(false).GetAwaiter()
    private static ExpressionSyntax? TaskOfAwaiter(ExpressionSyntax awaiter)
    {
        while (awaiter is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "GetAwaiter" or "ConfigureAwait",
                } access,
            })
        {
            awaiter = access.Expression;
        }

        return awaiter;
    }

    private static bool AreTasks(InvocationExpressionSyntax call, SemanticModel model) =>
        call.Parent is ExpressionStatementSyntax
        && call.ArgumentList.Arguments.All(argument =>
            IsTask(argument.Expression, model) || model.GetTypeInfo(argument.Expression).Type is IArrayTypeSymbol);

    private static bool IsTask(ExpressionSyntax expression, SemanticModel model) =>
        TaskTypes.IsTask(model.GetTypeInfo(expression).Type);
}
