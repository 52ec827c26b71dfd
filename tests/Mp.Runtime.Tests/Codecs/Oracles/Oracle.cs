using System.Diagnostics;
using System.Text;
using Mp.Codecs;
using Mp.Runtime.Tests.Wire;
using Mp.Wire;

namespace Mp.Runtime.Tests.Codecs.Oracles;

/// <summary>An implementation of a format that is not ours: what it has said once, and what it says now.</summary>
/// <param name="Name">The name of its file in Golden.</param>
/// <param name="Format">The format.</param>
/// <param name="Script">Its script.</param>
/// <param name="Programs">What runs the script; the first of them that can.</param>
/// <param name="Habits">What is not to be asked of it.</param>
internal sealed record Oracle(string Name, Framing Format, string Script, string[] Programs, OracleHabits Habits)
{
    /// <summary>The variable that names the folder of the packages of node.</summary>
    private const string FolderVariable = "MP_ORACLES";

    // The second is that of the system, where the first is another one that lacks its packages.
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    private string? _program;

    public static IReadOnlyList<Oracle> All { get; } =
    [
        new("msgpack-python", Framing.MessagePack, "python.py", Pythons, OracleHabits.None),
        new("msgpack-javascript", Framing.MessagePack, "javascript.mjs", ["node"], OracleHabits.WholeNumbers),
        new("cbor-perl", Framing.Cbor, "perl.pl", ["perl"], OracleHabits.WholeNumbers | OracleHabits.Octets),
        new("json-python", Framing.Json, "python.py", Pythons, OracleHabits.None),
        new("json-javascript", Framing.Json, "javascript.mjs", ["node"], OracleHabits.WholeNumbers),
        new(
            "json-perl",
            Framing.Json,
            "perl.pl",
            ["perl"],
            OracleHabits.WholeNumbers | OracleHabits.FifteenDigits),
    ];

    /// <summary>The values that they are compared on.</summary>
    public static IReadOnlyList<object?> Cases { get; } =
        [.. File.ReadLines(GoldenPath("cases")).Select(ElementNotation.Parse)];

    /// <summary>Whether it can be asked on this machine.</summary>
    public bool IsInstalled => Program is not null;

    private string? Program => _program ??= Programs.FirstOrDefault(CanRun);

    private string FormatName => Format switch
    {
        Framing.MessagePack => "msgpack",
        Framing.Cbor => "cbor",
        _ => "json",
    };

    public static Oracle Find(string name) => All.Single(oracle => oracle.Name == name);

    /// <summary>What it once said the cases are: bytes, or nothing where it can't express one.</summary>
    public IEnumerable<byte[]?> Recorded() => File.ReadLines(GoldenPath(Name)).Select(FromHex);

    /// <summary>What it says the values are.</summary>
    public IEnumerable<byte[]?> Encode(IEnumerable<object?> values) =>
        Ask("encode", values.Select(ElementNotation.Write)).Select(FromHex);

    /// <summary>What values it takes these bytes for.</summary>
    public IEnumerable<object?> Decode(IEnumerable<byte[]> bytes) =>
        Ask("decode", bytes.Select(Convert.ToHexStringLower)).Select(ElementNotation.Parse);

    /// <summary>The value that we take bytes of its for.</summary>
    public object? Read(byte[] bytes)
    {
        // As the one element of a message. Perl is a loose peer; the others mean what they say.
        byte[] frame = Format switch
        {
            Framing.MessagePack => [.. Convert.FromHexString($"{bytes.Length + 2:X8}"), 0x92, 0xa0, .. bytes],
            Framing.Cbor => [0x82, 0x60, .. bytes],
            _ => [.. "[\"\","u8, .. bytes, .. "]"u8],
        };
        IFrameReader reader = Framings.CreateReader(Format, new WireLimits(), !Habits.HasFlag(OracleHabits.Octets));
        Assert.Equal(Verdict.Accepted, reader.Read(frame, out int consumed, out Frame read));
        Assert.Equal(frame.Length, consumed);
        return ElementNotation.Decode(read.Elements);
    }

    /// <summary>The value in its format, as we write it; nothing if we refuse to.</summary>
    public byte[]? Write(object? value)
    {
        try
        {
            byte[] frame = ReadFrame.Write(Format, [0x92, 0xa0, .. ElementNotation.Encode(value)]);
            return Format switch
            {
                Framing.MessagePack => frame[6..],
                Framing.Cbor => frame[2..],
                _ => frame[4..^1],
            };
        }
        catch (MessageEncodingException)
        {
            return null;
        }
    }

    private static string GoldenPath(string name) =>
        Path.Combine(AppContext.BaseDirectory, "Codecs", "Golden", name + ".txt");

    private static byte[]? FromHex(string line) => line == "-" ? null : Convert.FromHexString(line);

    private bool CanRun(string program)
    {
        try
        {
            // A value, so that it must load its library.
            return Run(program, "encode", ["N"]).Count == 1;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    private List<string> Ask(string direction, IEnumerable<string> lines)
    {
        string[] asked = [.. lines];
        List<string> answers = Run(Program!, direction, asked);
        Assert.Equal(asked.Length, answers.Count);
        return answers;
    }

    private List<string> Run(string program, string direction, string[] lines)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "Codecs", "Oracles", "Scripts", Script);
        var start = new ProcessStartInfo(program, [script, FormatName, direction])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            Environment =
            {
                [FolderVariable] = Environment.GetEnvironmentVariable(FolderVariable) ?? DefaultFolder(),
            },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(string.Concat(lines.Select(static line => line + "\n")));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already; its exit code says why.
        }

#pragma warning disable VSTHRD002, VSTHRD104 // Whether a test is skipped must be known at once.
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)]
            : throw new InvalidOperationException($"{program} {Script} ended with {process.ExitCode}: {errors.Result}");
#pragma warning restore VSTHRD002, VSTHRD104
    }

    // Where .ci/run installs them.
    private static string DefaultFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "..", "artifacts", "oracles"));
}
