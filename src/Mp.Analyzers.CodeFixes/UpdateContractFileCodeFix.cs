using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Writes what the ports of a project receive now into its file of contracts.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(UpdateContractFileCodeFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class UpdateContractFileCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        ContractFileDescriptors.ArmIsLost.Id,
        ContractFileDescriptors.ShapeIsBroken.Id,
        ContractFileDescriptors.ContractHasGrown.Id,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => UpdateContractFilesFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            ContractFileUpdate.Of(context.TextDocument.Project.Solution, [context.TextDocument.Project.Id]),
            context.Diagnostics);
        return Task.CompletedTask;
    }
}
