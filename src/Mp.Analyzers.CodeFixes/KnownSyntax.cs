using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Names of types in code, which are shortened as far as the code allows.</summary>
internal static class KnownSyntax
{
    private const string Tasks = "global::System.Threading.Tasks.";

    /// <summary><c>ValueTask</c>, or <c>ValueTask&lt;result&gt;</c>.</summary>
    public static TypeSyntax ValueTask(TypeSyntax? result) =>
        Type(Tasks + (result is null ? "ValueTask" : $"ValueTask<{result.WithoutTrivia()}>"));

    /// <summary>A static method of <c>Task</c>.</summary>
    public static ExpressionSyntax MethodOfTask(string name) => SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression,
        Type(Tasks + "Task"),
        SyntaxFactory.IdentifierName(name));

    private static TypeSyntax Type(string name) =>
        SyntaxFactory.ParseTypeName(name).WithAdditionalAnnotations(Simplifier.Annotation);
}
