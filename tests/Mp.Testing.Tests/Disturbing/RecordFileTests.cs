using Mp.TestKit;
using Mp.Torture.Chaos;

namespace Mp.Testing.Tests.Disturbing;

public sealed class RecordFileTests
{
    [Fact]
    public void RecordsOfManyProcesses_AreOneHistory()
    {
        using var folder = new TemporaryFolder();
        using var one = new RecordFile(Path.Combine(folder.Path, "one"), "n1", 1);
        using var other = new RecordFile(Path.Combine(folder.Path, "other"), "n2", 3);
        one.Add(HistoryKind.Send, "n1#a", "n2#b", 1);
        other.Add(HistoryKind.Deliver, "n2#b", "n1#a", 1);
        one.Add(HistoryKind.Note, data: "\"done\"\n");

        IReadOnlyList<HistoryRecord> records = RecordFile.ReadAll(folder.Path);

        Assert.Equal(
            ["n1/1 Send n1#a > n2#b 1 ", "n2/3 Deliver n2#b > n1#a 1 ", "n1/1 Note  0 \"done\"\n"],
            records.Select(static record => record.ToString()));
        Assert.True(records[0].Time > TimeSpan.Zero);
    }

    [Fact]
    public void HalfARecord_OfAProcessThatWasKilled_IsLeftOut()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "one");
        using (var file = new RecordFile(path, "n1", 1))
        {
            file.Add(HistoryKind.Note, data: "whole");
            file.Add(HistoryKind.Note, data: "half");
        }

        File.WriteAllText(path, File.ReadAllText(path)[..^3]);

        Assert.Equal("whole", Assert.Single(RecordFile.ReadAll(folder.Path)).Data);
    }

    [Fact]
    public void MonitorsOfOtherProcesses_HaveOtherNumbers()
    {
        using var folder = new TemporaryFolder();
        using var first = new RecordFile(Path.Combine(folder.Path, "1"), "n", 1);
        using var second = new RecordFile(Path.Combine(folder.Path, "2"), "n", 2);

        long[] numbers = [first.NextMonitor(1), first.NextMonitor(1), second.NextMonitor(1), first.NextMonitor(2)];

        Assert.Equal(numbers.Length, numbers.Distinct().Count());
    }
}
