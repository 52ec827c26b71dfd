namespace Echo;

/// <summary>Says what happens, a line each, for the program that started this one.</summary>
internal static class EventLines
{
    private static readonly Lock Gate = new();

    // What happens before the first line is said after it.
    private static List<string>? _early = [];

    public static void Begin(string what, params ReadOnlySpan<object?> words)
    {
        lock (Gate)
        {
            Console.WriteLine(Line(what, words));
            _early?.ForEach(Console.WriteLine);
            _early = null;
        }
    }

    public static void Write(string what, params ReadOnlySpan<object?> words)
    {
        lock (Gate)
        {
            string line = Line(what, words);
            if (_early is null)
            {
                Console.WriteLine(line);
            }
            else
            {
                _early.Add(line);
            }
        }
    }

    private static string Line(string what, ReadOnlySpan<object?> words) => $"{what} {string.Join(' ', words)}";
}
