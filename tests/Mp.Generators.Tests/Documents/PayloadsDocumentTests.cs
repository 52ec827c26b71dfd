using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Mp.Codecs;
using Mp.Codecs.Json;
using Mp.CompilerServices;

namespace Mp.Generators.Tests.Documents;

/// <summary>The examples of docs/payloads.md compile, and are sent as the comments behind them say.</summary>
public sealed partial class PayloadsDocumentTests
{
    [Fact]
    public async Task Examples_OfTheDocument_AreSentAsItSays()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Documents", "payloads.md"));
        string[] blocks = [.. Blocks().Matches(text).Select(static match => match.Groups[1].Value)];
        string[] types = [.. blocks.Where(static block => TypeBeginning().IsMatch(block))];
        string[] statements = [.. blocks.Except(types)];
        string[] expected = [.. Comments().Matches(text).Select(static match => match.Groups[1].Value)];

        Assembly assembly = GeneratorHarness.Load($$"""
            namespace Examples;

            {{string.Join('\n', types)}}

            public static class Runner
            {
                public static void Run(Node node, PortId port)
                {
                    {{string.Join('\n', statements)}}
                }
            }
            """);
        await using Node node = await Node.StartAsync();
        var sent = new List<Message>();
        BarePort port = node.CreatePort();
        var done = new TaskCompletionSource();
        port.Rcv("done", () => done.SetResult());
        port.Rcv([], message => sent.Add(message));
        assembly.GetType("Examples.Runner")!.GetMethod("Run")!.Invoke(null, [node, port.Self]);
        node.Snd(port, "done");
        await done.Task;

        Assert.NotEmpty(expected);
        Assert.Equal(expected, sent.Take(expected.Length).Select(WriteAsJson));
    }

    private static string WriteAsJson(Message message)
    {
        var elements = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(elements);
        writer.WriteArrayHeader(message.Count);
        message.WriteElements(ref writer);
        writer.Flush();
        var json = new ArrayBufferWriter<byte>();
        var target = new JsonWriter(json);
        var reader = new ElementReader(elements.WrittenSpan);
        ElementCopy.Copy(ref reader, ref target);
        target.Flush();
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("^\\[(Payload|PayloadCodec|Union)")]
    private static partial Regex TypeBeginning();

    [GeneratedRegex("Snd\\(.*; +// (\\[.*\\])\n")]
    private static partial Regex Comments();
}
