using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>Prints how many handlers a port class has, and which of them are removed.</summary>
internal static class HandlerNumbersEmitter
{
    /// <summary>Writes the members.</summary>
    public static void Write(CodeWriter code, PortModel port, MatchPlan plan)
    {
        if (plan.HasRemovable)
        {
            code.Write($"""
                {GeneratedText.Attribute}
                private {GeneratedText.Services}HandlerSet _mpRemoved;

                """);
        }

        string inherited = port.ExtendsHandlers ? "base.HandlerCount + " : "";
        code.Write($"""
            /// <inheritdoc/>
            {GeneratedText.Attribute}
            {GeneratedText.Override(port)} int HandlerCount => {inherited}{plan.HandlerCount};

            """);
        if (plan.HasRemovable)
        {
            WriteRemoval(code, port);
        }
    }

    private static void WriteRemoval(CodeWriter code, PortModel port)
    {
        string header = $"""
            /// <inheritdoc/>
            {GeneratedText.Attribute}
            {GeneratedText.Override(port)} void RemoveHandler(int handler)
            """;
        if (!port.ExtendsHandlers)
        {
            code.Write(header + " => _mpRemoved.Add(handler);\n");
            return;
        }

        using (code.Block(header))
        {
            using (code.Block("if (handler < base.HandlerCount)"))
            {
                code.Write("""
                    base.RemoveHandler(handler);
                    return;
                    """);
            }

            code.Write("\n_mpRemoved.Add(handler - base.HandlerCount);");
        }

        code.WriteLine();
    }
}
