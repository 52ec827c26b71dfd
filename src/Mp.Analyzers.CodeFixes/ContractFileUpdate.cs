using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
using Mp.Analyzers.Evolution;
using Mp.Analyzers.Sends;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.CodeFixes;

/// <summary>The change that brings files of contracts up to date. Projects without such a file stay without.</summary>
internal static class ContractFileUpdate
{
    private const string Title = "Update MpContracts.txt";

    /// <summary>The change, for these projects.</summary>
    public static CodeAction Of(Solution solution, IReadOnlyList<ProjectId> projects) => CodeAction.Create(
        Title,
        async token =>
        {
            Solution updated = solution;
            foreach (ProjectId id in projects)
            {
                updated = await UpdateAsync(updated, solution.GetProject(id)!, token).ConfigureAwait(false);
            }

            return updated;
        },
        equivalenceKey: Title);

    private static async Task<Solution> UpdateAsync(Solution solution, Project project, CancellationToken token)
    {
        TextDocument? file = project.AdditionalDocuments.FirstOrDefault(static one =>
            ContractFile.Is(one.FilePath ?? one.Name));
        if (file is null || await project.GetCompilationAsync(token).ConfigureAwait(false) is not { } compilation)
        {
            return solution;
        }

        // A file that can't be read is somebody's to mend: nothing in it is thrown away.
        SourceText text = await file.GetTextAsync(token).ConfigureAwait(false);
        if (!ContractReader.TryRead(text.ToString(), out _, out _))
        {
            return solution;
        }

        ContractDocument now = ReferencedContracts.Of(compilation.Assembly) ?? ContractDocument.Empty;
        string updated = ContractFileText.Update(text.ToString(), now);
        return solution.WithAdditionalDocumentText(file.Id, SourceText.From(updated, text.Encoding));
    }
}
