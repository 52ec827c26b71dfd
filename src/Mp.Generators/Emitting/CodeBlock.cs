namespace Mp.Generators.Emitting;

/// <summary>Lines that belong to a header.</summary>
internal readonly struct CodeBlock(CodeWriter code, string end) : IDisposable
{
    /// <summary>Writes what closes the block.</summary>
    public void Dispose() => code.CloseBlock(end);
}
