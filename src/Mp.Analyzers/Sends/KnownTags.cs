using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Analyzers.Sends;

/// <summary>The tags that anybody receives, as far as a compilation knows.</summary>
internal sealed class KnownTags
{
    // What a node itself understands, and what nodes send each other.
    private static readonly string[] NodeRequests =
    [
        "", "devnull", "time", "wkp", "can", "relay", "snd", "eval", "kil", "kil0", "kil1", "kil2", "mon0", "mon1",
        "info", "known_nodes", "up_nodes", "snd_multiple",
    ];

    // The requests of the distributed database, and functions of nodes that are written in Perl.
    private const string DatabasePrefix = "g_";
    private const string PerlSeparator = "::";

    // A key press changes one file; what the others have stays.
    private static readonly ConditionalWeakTable<SyntaxTree, ExpressionSyntax[]> TagsOfTrees = new();

    private readonly Compilation _compilation;
    private readonly Lazy<HashSet<string>> _tags;

    /// <summary>Of what a compilation, and those that it refers to, receive.</summary>
    public KnownTags(Compilation compilation)
    {
        _compilation = compilation;
        _tags = new Lazy<HashSet<string>>(Find);
    }

    /// <summary>All tags that handlers have.</summary>
    public IEnumerable<string> All => _tags.Value;

    /// <summary>Whether anybody receives messages with this tag.</summary>
    public bool Contains(string tag) => _tags.Value.Contains(tag)
        || NodeRequests.Contains(tag, StringComparer.Ordinal)
        || tag.StartsWith(DatabasePrefix, StringComparison.Ordinal)
        || tag.Contains(PerlSeparator);

    private HashSet<string> Find()
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (ExpressionSyntax expression in TagsOfTrees.GetValue(tree, FindIn))
            {
                object? tag = expression is LiteralExpressionSyntax literal
                    ? literal.Token.Value
                    : (model ??= ModelOf(tree)).GetConstantValue(expression).Value;
                if (tag is string text)
                {
                    tags.Add(text);
                }
            }
        }

        foreach (IAssemblySymbol assembly in _compilation.SourceModule.ReferencedAssemblySymbols)
        {
            tags.UnionWith((ReferencedContracts.Of(assembly)?.Ports ?? default)
                .SelectMany(static port => port.Arms)
                .Select(static arm => arm.Tag)
                .Where(static tag => tag is not null)!);
        }

        return tags;
    }

    private static ExpressionSyntax[] FindIn(SyntaxTree tree) =>
        [.. tree.GetRoot().DescendantNodes().Select(TagOf).Where(static tag => tag is not null)!];

    // By their names alone: to bind every attribute for every key press would be slow.
    private static ExpressionSyntax? TagOf(SyntaxNode node) => node switch
    {
        AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } attribute
            when NameOf(attribute.Name) is "Rcv" or "RcvAttribute" or "Message" or "MessageAttribute" =>
                arguments[0].Expression,
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call
            when NameOf(call.Expression) is "Rcv" or "RegisterFunction" => FirstOf(arguments[0].Expression),
        _ => null,
    };

    private static ExpressionSyntax? FirstOf(ExpressionSyntax pattern) => pattern is CollectionExpressionSyntax list
        ? (list.Elements.FirstOrDefault() as ExpressionElementSyntax)?.Expression
        : pattern;

    /// <summary>The last name of what is called, or of an attribute, as it is written.</summary>
    public static string NameOf(ExpressionSyntax callee) => callee switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };

#pragma warning disable RS1030 // Of a file whose tags are constants with names, and once for a compilation.
    private SemanticModel ModelOf(SyntaxTree tree) => _compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
