namespace WordCount;

/// <summary>Prints what was counted, and by whom.</summary>
internal static class Report
{
    public static void Print(Result result)
    {
        Console.WriteLine($"total words: {result.Counts.Values.Sum()}");
        Console.WriteLine();
        Console.WriteLine("most frequent:");
        var frequent = result.Counts.OrderByDescending(static pair => pair.Value)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Take(10);
        foreach ((string word, long count) in frequent)
        {
            Console.WriteLine($"{count,10}  {word}");
        }

        Console.WriteLine();
        Console.WriteLine($"{"worker",10}  {"chunks",8}  {"words",10}");
        foreach (Share share in result.Shares)
        {
            string fate = share.IsLost ? "  lost, and its share dealt again" : "";
            Console.WriteLine($"{share.ProcessId,10}  {share.Chunks,8}  {share.Words,10}{fate}");
        }
    }
}
