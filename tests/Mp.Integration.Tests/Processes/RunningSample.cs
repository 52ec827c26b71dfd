using System.Diagnostics;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Processes;

/// <summary>A sample that runs, for as long as the test wants: lines go in, and lines come out.</summary>
internal sealed class RunningSample : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];

    private RunningSample(Process process) => _process = process;

    /// <summary>The lines that were read so far.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Starts one, with the secret of these tests.</summary>
    public static RunningSample Start(string name, params IEnumerable<string> arguments) =>
        new(Process.Start(ProgramRun.StartOf(
            "dotnet",
            [SampleProgram.PathOf(name), .. arguments],
            (NodeOptions.SecretVariable, PublicNode.SecretText)))!);

    /// <summary>Writes a line.</summary>
    public async Task WriteAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line).Bounded();
        await _process.StandardInput.FlushAsync().Bounded();
    }

    /// <summary>Reads up to the next line that begins so.</summary>
    /// <returns>What follows on it.</returns>
    public async Task<string> ReadAsync(string beginning)
    {
        while (await _process.StandardOutput.ReadLineAsync().Bounded() is { } line)
        {
            _lines.Add(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..];
            }
        }

        throw new EndOfStreamException(
            $"No line begins with '{beginning}'. There were:\n{string.Join('\n', _lines)}\n"
            + await _process.StandardError.ReadToEndAsync().Bounded());
    }

    /// <summary>Ends its input, and waits for its end.</summary>
    /// <returns>What it ended with.</returns>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().Bounded();
        return _process.ExitCode;
    }

    /// <summary>Kills it, as an accident would: it gets no chance to say anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().Bounded();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
