using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mp.Analyzers.Sends;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>
/// Looks at every place where a message is sent, or a port spawned: does anybody receive it, and can it travel?
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SendSiteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        SendDescriptors.TagIsNotReceived,
        SendDescriptors.ElementsAreNotReceived,
        SendDescriptors.OnlyDerivedMayReceive,
        SendDescriptors.SomeValuesAreNotReceived,
        SendDescriptors.CallIsNotAnswered,
        SendDescriptors.AnswerIsAnother,
        SendDescriptors.ArgumentsAreNotTaken,
        SendDescriptors.TagIsUnknown,
        SendDescriptors.SpawnNameIsUnknown,
        SendDescriptors.OptionHasNoName,
        SendDescriptors.ElementCannotTravel,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute) is { } rcvAttribute
                && start.Compilation.GetTypeByMetadataName(KnownTypes.Node) is { } node
                && start.Compilation.GetTypeByMetadataName(KnownTypes.Port) is { } port)
            {
                var rules = new SendRules(start.Compilation, rcvAttribute);
                ImmutableArray<INamedTypeSymbol> senders = [node, port];
                start.RegisterOperationAction(
                    operation => Analyze(operation, senders, rules),
                    OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(
        OperationAnalysisContext context,
        ImmutableArray<INamedTypeSymbol> senders,
        SendRules rules)
    {
        var call = (IInvocationOperation)context.Operation;
        AnalyzerConfigOptions options =
            context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree);
        if (SendSite.Read(call, senders) is { } sent)
        {
            rules.Check(sent, options, context.ReportDiagnostic, context.CancellationToken);
        }
        else if (SpawnSite.Read(call, senders) is { } spawned)
        {
            rules.Check(spawned, options, context.ReportDiagnostic, context.CancellationToken);
        }
    }
}
