using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>
/// What the ports of an assembly receive, and how its payloads travel. Written by generated code, and read by the
/// analyzers of the projects that refer to the assembly.
/// </summary>
/// <param name="text">The contracts; the first line says in which version of the text form.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ContractsAttribute(string text) : Attribute
{
    /// <summary>The contracts, as text.</summary>
    public string Text { get; } = text;
}
