using System.Diagnostics;
using System.Text.Json;

namespace Mp.Torture.Chaos;

/// <summary>
/// Writes down what happens in a process, each record at once: those of one that is killed are there all the same. Their
/// times are the machine's, so that those of many processes make one history.
/// </summary>
internal sealed class RecordFile(string path, string node, int incarnation) : IDisposable
{
    private const byte NewLine = (byte)'\n';

    private readonly Lock _gate = new();
    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private long _monitors;

    /// <summary>Adds a record of this process.</summary>
    public void Add(HistoryKind kind, string port = "", string peer = "", long sequence = 0, string data = "") =>
        Add(new HistoryRecord
        {
            Kind = kind,
            Node = node,
            Incarnation = incarnation,
            Port = port,
            Peer = peer,
            Sequence = sequence,
            Data = data,
        });

    /// <summary>Adds a record, which gets the time that it is now.</summary>
    public void Add(HistoryRecord record)
    {
        lock (_gate)
        {
            HistoryRecord timed = record with { Time = Stopwatch.GetElapsedTime(0) };
            _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(timed), NewLine]);
        }
    }

    /// <summary>A number for a monitor, which no other one has in any process.</summary>
    /// <param name="host">The number of the process's host.</param>
    public long NextMonitor(int host) => ((((long)host << 16) + incarnation) << 32) + Interlocked.Increment(ref _monitors);

    /// <summary>Reads all records in a folder, in the order in which they were made.</summary>
    public static IReadOnlyList<HistoryRecord> ReadAll(string folder)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return
        [
            .. Directory.EnumerateFiles(folder)
                .Order(StringComparer.Ordinal)
                .SelectMany(Read)
                .Select(record => record with
                {
                    Node = Shared(names, record.Node),
                    Port = Shared(names, record.Port),
                    Peer = Shared(names, record.Peer),
                    Data = Shared(names, record.Data),
                })
                .OrderBy(static record => record.Time),
        ];
    }

    public void Dispose() => _file.Dispose();

    // The last one may be half a record, of a process that was killed when it wrote it.
    private static IEnumerable<HistoryRecord> Read(string path) => File.ReadLines(path)
        .Where(static line => line.EndsWith('}'))
        .Select(static line => JsonSerializer.Deserialize<HistoryRecord>(line)!);

    // Millions of records have the same few names.
    private static string Shared(Dictionary<string, string> names, string name)
    {
        if (!names.TryGetValue(name, out string? shared))
        {
            shared = names[name] = name;
        }

        return shared;
    }
}
