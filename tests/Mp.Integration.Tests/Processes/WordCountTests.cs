using System.Globalization;
using System.Text;
using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>Several processes count words, and the total is that of <c>wc -w</c>, whatever happens.</summary>
public sealed class WordCountTests : IDisposable
{
    private static readonly string[] Alphabet =
        ["a", "word", "größer", "世界", "\U0001F600", "x-y", "123", "don't", "."];

    private static readonly string[] Spaces = [" ", "\n", "\r\n", "\t", "  \n\n ", "\v", "\f"];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> OddFiles => new()
    {
        { "empty", "" },
        { "spaces only", " \r\n\t \n" },
        { "no final newline", "one two\nthree" },
        { "CRLF", "one two\r\nthree\r\n\r\nfour\r\n" },
        { "huge word", new string('x', 150_000) },
        { "huge word among others", "a b " + new string('x', 70_000) + "\nc " + new string('y', 66_000) + " d" },
        { "chunk that ends in a space", new string('x', 32 * 1024 - 1) + " a " + new string('y', 32 * 1024) },
        { "not only ASCII", "grüße 世界 \u00e9t\u00e9 \U0001F600 na\u0308iv \u3000 \u00fcber" },
        { "spaces that are not ASCII", "a\u2003b c\u3000d e\u2028f" },
        { "characters that do not print", "\u0001 \u0002\u0003 a\u0001 \u007f b" },
    };

    // What is white space, and what prints, where opinions differ.
    private static IEnumerable<int> DisputedCharacters =>
    [
        .. Enumerable.Range(0x80, 0x80), 0x1680, 0x180e,
        .. Enumerable.Range(0x2000, 0x70), 0x3000, 0xfeff, 0xffff, 0x10ffff,
    ];

    public void Dispose() => _folder.Dispose();

    [RequiresTheory("wc")]
    [InlineData("C")]
    [InlineData("C.UTF-8")]
    public async Task Folder_CountsAsWcDoes_InPlainLines(string locale)
    {
        string[] files = WriteFiles(files: 6, words: 20_000);

        ProgramRun run = await CountAsync(locale, _folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(await WcAsync(locale, files), TotalOf(run));
        Assert.Contains("most frequent:", run.Lines);
        Assert.DoesNotContain('\r', run.Output);
    }

    [RequiresTheory("wc")]
    [MemberData(nameof(OddFiles))]
    public async Task OddFile_CountsAsWcDoes(string name, string text)
    {
        string file = _folder.Write(name, text);

        ProgramRun run = await CountAsync("C.UTF-8", "--workers", "1", file);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(await WcAsync("C.UTF-8", file), TotalOf(run));
    }

    [RequiresTheory("wc")]
    [InlineData("C")]
    [InlineData("C.UTF-8")]
    public async Task DisputedCharacters_CountAsWcDoes(string locale)
    {
        string[] files =
        [
            .. DisputedCharacters.Select(character => _folder.Write(
                $"{character:x}",
                $"a{char.ConvertFromUtf32(character)}b {char.ConvertFromUtf32(character)} c")),
        ];
        ProgramRun wc = await ProgramRun.OfAsync("wc", ["-w", .. files], ("LC_ALL", locale));

        ProgramRun run = await CountAsync(locale, _folder.Path);

        Assert.True(TotalOf(run) == await WcAsync(locale, files), $"{run.Output}\n{wc.Output}");
    }

    [RequiresTheory("wc")]
    [InlineData(new byte[] { 0xff, 0x20, 0xfe, (byte)'a', 0x20, 0xc3 })]
    [InlineData(new byte[] { 0xe4, 0xb8, 0x20, 0xed, 0xa0, 0x80, 0x20, 0xf4, 0x90, 0x80, 0x80, 0x0a })]
    [InlineData(new byte[] { 0x00, 0x20, 0xc0, 0x80, 0x20, 0x80 })]
    public async Task BrokenUtf8_CountsAsWcDoes(byte[] bytes)
    {
        string file = Path.Combine(_folder.Path, "broken");
        await File.WriteAllBytesAsync(file, bytes);

        ProgramRun run = await CountAsync("C.UTF-8", file);

        Assert.Equal(await WcAsync("C.UTF-8", file), TotalOf(run));
    }

    [RequiresFact("wc")]
    public async Task KillOne_TenTimesInARow_CountsAsWcDoesEachTime()
    {
        string[] files = WriteFiles(files: 3, words: 20_000);
        long expected = await WcAsync("C.UTF-8", files);

        for (int time = 1; time <= 10; time++)
        {
            ProgramRun run = await CountAsync("C.UTF-8", "--kill-one", _folder.Path);

            Assert.Equal((time, 0, ""), (time, run.ExitCode, run.Errors));
            Assert.Equal((time, expected), (time, TotalOf(run)));
            Assert.Contains("is lost (transport_error)", run.Output, StringComparison.Ordinal);
            Assert.Single(run.Lines, static line => line.EndsWith("its share dealt again", StringComparison.Ordinal));
        }
    }

    [RequiresFact("wc")]
    public async Task KillOne_OfOne_StartsAnother()
    {
        string[] files = WriteFiles(files: 1, words: 20_000);

        ProgramRun run = await CountAsync("C.UTF-8", "--workers", "1", "--kill-one", _folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(await WcAsync("C.UTF-8", files), TotalOf(run));
    }

    [Theory]
    [InlineData("no file or folder")]
    [InlineData("there is no file or folder 'missing'", "missing")]
    [InlineData("--workers takes a number", "--workers", "0", ".")]
    [InlineData("--workers takes a number", "--workers", "many", ".")]
    [InlineData("--workers takes a number", ".", "--workers")]
    [InlineData("there is no option '--frobnicate'", "--frobnicate", ".")]
    public async Task BadArguments_AreAnErrorWithExitCode2(string message, params string[] arguments)
    {
        ProgramRun run = await SampleProgram.RunAsync("WordCount", arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task EmptyFolder_IsAnErrorWithExitCode2()
    {
        ProgramRun run = await SampleProgram.RunAsync("WordCount", [_folder.Path]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no file", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordThatFitsIntoNoMessage_IsAnErrorWithExitCode2()
    {
        string file = _folder.Write("one word", new string('x', new NodeOptions().MaxFrameBytes));

        ProgramRun run = await SampleProgram.RunAsync("WordCount", [file]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(nameof(NodeOptions.MaxFrameBytes), run.Errors, StringComparison.Ordinal);
    }

    private static Task<ProgramRun> CountAsync(string locale, params string[] arguments) =>
        SampleProgram.RunAsync("WordCount", arguments, ("LC_ALL", locale));

    private static long TotalOf(ProgramRun run)
    {
        const string Label = "total words: ";
        string line = Assert.Single(run.Lines, static line => line.StartsWith(Label, StringComparison.Ordinal));
        return long.Parse(line[Label.Length..], CultureInfo.InvariantCulture);
    }

    private static async Task<long> WcAsync(string locale, params string[] files)
    {
        ProgramRun run = await ProgramRun.OfAsync("wc", ["-w", .. files], ("LC_ALL", locale));
        return long.Parse(run.Lines[^1].TrimStart().Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private string[] WriteFiles(int files, int words)
    {
        var random = new Random(4711);
        return
        [
            .. Enumerable.Range(0, files).Select(number =>
            {
                var text = new StringBuilder();
                for (int word = 0; word < words; word++)
                {
                    text.Append(Alphabet[random.Next(Alphabet.Length)]).Append(Spaces[random.Next(Spaces.Length)]);
                }

                return _folder.Write(Path.Combine($"folder {number % 2}", $"file {number}.txt"), text.ToString());
            }),
        ];
    }
}
