using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Brings the files of contracts up to date: a file at once, however many diagnostics ask for it.</summary>
internal sealed class UpdateContractFilesFixAll : FixAllProvider
{
    public static readonly UpdateContractFilesFixAll Instance = new();

    private UpdateContractFilesFixAll()
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        IEnumerable<ProjectId> projects = fixAllContext.Scope == FixAllScope.Solution
            ? fixAllContext.Solution.ProjectIds
            : [fixAllContext.Project.Id];
        return Task.FromResult<CodeAction?>(ContractFileUpdate.Of(fixAllContext.Solution, [.. projects]));
    }
}
