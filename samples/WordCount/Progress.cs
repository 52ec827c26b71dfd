namespace WordCount;

/// <summary>Shows how far the work is: a bar on a terminal, plain lines elsewhere.</summary>
internal sealed class Progress(long totalBytes)
{
    private const int Width = 40;

    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private long _doneBytes;
    private int _shownTenths = -1;

    public void Add(int bytes)
    {
        _doneBytes += bytes;
        double part = totalBytes == 0 ? 1 : Math.Min(1, (double)_doneBytes / totalBytes);
        if (_isTerminal)
        {
            int filled = (int)(part * Width);
            Console.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {part,4:P0}");
        }
        else if ((int)(part * 10) > _shownTenths)
        {
            _shownTenths = (int)(part * 10);
            Console.WriteLine($"counted {part:P0}");
        }
    }

    public void Say(string line) => Console.WriteLine(_isTerminal ? $"\r{line,-60}" : line);

    public void End()
    {
        if (_isTerminal)
        {
            Console.WriteLine();
        }
    }
}
