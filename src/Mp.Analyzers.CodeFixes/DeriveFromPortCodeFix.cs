using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Lets a class with handlers derive from <c>Port</c>, if it has no base class yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeriveFromPortCodeFix))]
[Shared]
public sealed class DeriveFromPortCodeFix : CodeFixProvider
{
    private const string Title = "Derive from Port";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.ClassIsNotAPort.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model =
            await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        // A struct or a record can't derive from Port, and another base class is for its author to replace.
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } declaration
            && model?.GetDeclaredSymbol(declaration, context.CancellationToken)
                is { BaseType.SpecialType: SpecialType.System_Object, IsStatic: false })
        {
            Document fixedDocument = context.Document.WithSyntaxRoot(
                root.ReplaceNode(declaration, WithPort(declaration)));
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(fixedDocument), equivalenceKey: Title),
                context.Diagnostics);
        }
    }

    private static ClassDeclarationSyntax WithPort(ClassDeclarationSyntax declaration)
    {
        BaseTypeSyntax port = SyntaxFactory.SimpleBaseType(SyntaxFactory.ParseTypeName("global::Mp.Port")
            .WithAdditionalAnnotations(Simplifier.Annotation));
        if (declaration.BaseList is { } interfaces)
        {
            return declaration.WithBaseList(interfaces
                .WithTypes(interfaces.Types.Insert(0, port))
                .WithAdditionalAnnotations(Formatter.Annotation));
        }

        // What ends the line after the name goes behind the base class.
        SyntaxToken last = declaration.ParameterList?.GetLastToken()
            ?? declaration.TypeParameterList?.GetLastToken()
            ?? declaration.Identifier;
        ClassDeclarationSyntax trimmed = declaration.ReplaceToken(
            last,
            last.WithTrailingTrivia(SyntaxFactory.Space));
        return trimmed.WithBaseList(SyntaxFactory.BaseList(
            SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(port.WithTrailingTrivia(last.TrailingTrivia))));
    }
}
