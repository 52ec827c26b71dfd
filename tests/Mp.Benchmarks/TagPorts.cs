using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Mp.Benchmarks;

/// <summary>
/// Ports with a handler for each of many tags, <c>m0000</c> and so on. Their classes would be a thousand lines of the
/// same: they are compiled when they are asked for, by another process. In this one the compiler's own methods would be
/// optimized for seconds afterwards, aside and on one of the cores that are measured.
/// </summary>
internal static class TagPorts
{
    private const string Generated = "Generated";
    private const string ByHand = "ByHand";
    private const string Numbered = "Numbered";

    /// <summary>A port with a generated table.</summary>
    public static TagCounter Create(int tags) => Load(Generated, tags);

    /// <summary>A port whose tables are written by hand, over the same tags: a <c>switch</c> each.</summary>
    public static TagCounter CreateByHand(int tags) => Load(ByHand, tags);

    /// <summary>A port with a generated table, whose handlers have one tag, and differ in the number after it.</summary>
    public static TagCounter CreateNumbered(int handlers) => Load(Numbered, handlers);

    /// <summary>What the other process does: compiles a port, and writes its assembly to the standard output.</summary>
    public static void Compile(string name, int tags)
    {
        byte[] image = CompiledProject.Emit(name switch
        {
            ByHand => SourceOf(name, tags, "", SwitchesOf(tags)),
            Numbered => SourceOf(name, tags, "[Mp.Rcv(\"m\", {1})]"),
            _ => SourceOf(name, tags),
        });
        using Stream output = Console.OpenStandardOutput();
        output.Write(image);
    }

    /// <summary>The tags: the same objects as the literals of the program.</summary>
    public static string[] Names(int tags) => [.. Enumerable.Range(0, tags).Select(TagOf).Select(string.Intern)];

    /// <summary>A port class with so many handlers: its source.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="tags">How many.</param>
    /// <param name="attribute">What stands before each: {0} is its tag, and {1} its number.</param>
    /// <param name="members">Further members.</param>
    public static string SourceOf(string name, int tags, string attribute = "[Mp.Rcv(\"{0}\")]", string members = "")
    {
        var handlers = new StringBuilder();
        for (int tag = 0; tag < tags; tag++)
        {
            string attributes = string.Format(null, attribute, TagOf(tag), tag);
            handlers.Append($"    {attributes} private void On{tag}(long n) => Add(n);\n");
        }

        return $$"""
            public sealed partial class {{name}} : Mp.Benchmarks.TagCounter
            {
            {{handlers}}{{members}}
            }
            """;
    }

    private static string TagOf(int tag) => $"m{tag:0000}";

    // As it would be written by somebody who cares: nothing is made of the bytes but what the handler gets.
    private static string SwitchesOf(int tags) => $$"""
            protected override void Match(
                Mp.CompilerServices.MemoryMessage message,
                ref Mp.CompilerServices.Dispatch dispatch)
            {
                switch (message.Tag)
                {
        {{CasesOf(tags, "message.TryGetInteger(1, out long n)")}}
                }
            }

            protected override void Match(
                Mp.CompilerServices.WireMessage message,
                ref Mp.CompilerServices.Dispatch dispatch)
            {
                var reader = message.CreateReader();
                if (!reader.TryReadUtf8(out System.ReadOnlySpan<byte> utf8) || utf8.Length > 32)
                {
                    return;
                }

                System.Span<char> text = stackalloc char[32];
                switch (text[..System.Text.Encoding.UTF8.GetChars(utf8, text)])
                {
        {{CasesOf(tags, "reader.TryReadInteger(out long n)")}}
                }
            }
        """;

    private static string CasesOf(int tags, string condition) => string.Concat(Enumerable.Range(0, tags)
        .Select(tag => $"case \"{TagOf(tag)}\": {{ if ({condition}) {{ dispatch.Match(); On{tag}(n); }} break; }}\n"));

    private static TagCounter Load(string name, int tags)
    {
        string[] arguments = ["tag-port", name, tags.ToString(CultureInfo.InvariantCulture)];
        using Process compiler = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardOutput = true,
        })!;
        using var image = new MemoryStream();
        compiler.StandardOutput.BaseStream.CopyTo(image);
        compiler.WaitForExit();
        if (compiler.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{name}' with {tags} handlers was not compiled: see above.");
        }

        return (TagCounter)Activator.CreateInstance(Assembly.Load(image.ToArray()).GetType(name)!)!;
    }
}
