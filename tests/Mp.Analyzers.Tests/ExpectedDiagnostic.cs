using Microsoft.CodeAnalysis.Text;

namespace Mp.Analyzers.Tests;

/// <summary>A diagnostic that a marked-up source asks for.</summary>
internal sealed record ExpectedDiagnostic(string Id, TextSpan Span, string Text);
