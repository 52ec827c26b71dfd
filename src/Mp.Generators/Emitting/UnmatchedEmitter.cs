using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>Prints the method that passes on what no handler matches.</summary>
internal static class UnmatchedEmitter
{
    /// <summary>Writes the method.</summary>
    public static void Write(CodeWriter code, PortModel port, UnmatchedModel unmatched)
    {
        code.Write($"""
            /// <inheritdoc/>
            {GeneratedText.Attribute}
            {GeneratedText.Override(port)} void MatchUnmatched(
                global::Mp.Message message,
            """);
        using (code.Block($"    ref {GeneratedText.Services}Dispatch dispatch)"))
        {
            string call = $"{Identifier.Escape(unmatched.Name)}({(unmatched.TakesMessage ? "message" : "")})";
            code.Write("dispatch.Match();");
            code.Write(unmatched.IsAsynchronous
                ? $"""
                    dispatch.BeginAsync();
                    _ = dispatch.EndAsync({call}, {GeneratedText.Services}Dispatch.UnmatchedHandler);
                    """
                : call + ";");
        }

        code.WriteLine();
    }
}
