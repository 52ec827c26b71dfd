using System.Globalization;
using Mp.Generators.Model;

namespace Mp.Generators.Emitting;

/// <summary>Prints the part of a port class that says how much may wait for its ports.</summary>
internal static class QueueBoundEmitter
{
    /// <summary>The whole file.</summary>
    public static string Emit(QueueBoundModel bound)
    {
        var code = new CodeWriter();
        code.Write(GeneratedText.Header);
        if (bound.Namespace.Length > 0)
        {
            code.Write($"namespace {bound.Namespace};\n");
        }

        WriteTypes(code, bound, depth: 0);
        return code.ToString();
    }

    private static void WriteTypes(CodeWriter code, QueueBoundModel bound, int depth)
    {
        if (depth == bound.Declarations.Count)
        {
            string capacity = bound.Capacity.ToString(CultureInfo.InvariantCulture);
            string overflow = bound.Overflow.ToString(CultureInfo.InvariantCulture);
            code.Write($"""
                /// <inheritdoc/>
                {GeneratedText.Attribute}
                {GeneratedText.Override(bound.OverridesInternals)} {GeneratedText.Services}QueueBound QueueBound =>
                    new({capacity}, (global::Mp.PortOverflow){overflow});
                """);
            return;
        }

        using (code.Block(bound.Declarations[depth]))
        {
            WriteTypes(code, bound, depth + 1);
        }
    }
}
