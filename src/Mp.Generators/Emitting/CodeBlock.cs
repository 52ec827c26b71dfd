namespace Mp.Generators.Emitting;

/// <summary>An open pair of braces.</summary>
internal readonly struct CodeBlock(CodeWriter code) : IDisposable
{
    /// <summary>Writes the closing brace.</summary>
    public void Dispose() => code.CloseBlock();
}
