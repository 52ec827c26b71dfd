using System.Buffers;

namespace WordCount;

/// <summary>Finds the files to count in, and cuts them into chunks that fit into a message.</summary>
internal static class InputFiles
{
    // A chunk of so many bytes has at most half as many words, so that its counts fit into one message as well.
    private const int ChunkBytes = 32 * 1024;

    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\n\v\f\r"u8);

    /// <summary>Every file named, and every file in the folders named; each must be readable.</summary>
    public static bool TryFind(IReadOnlyList<string> paths, out IReadOnlyList<string> files, out string problem)
    {
        files = [];
        problem = "";
        try
        {
            string[] found = [.. paths.SelectMany(Expand).Order(StringComparer.Ordinal)];
            foreach (string file in found)
            {
                using FileStream opened = File.OpenRead(file);
            }

            files = found;
            problem = found.Length == 0 ? "there is no file in what was given" : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
        }

        return problem.Length == 0;
    }

    /// <summary>The chunks of all files, each cut where a word ends.</summary>
    /// <exception cref="IOException">A file can't be read any more.</exception>
    public static IEnumerable<byte[]> ReadChunks(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            using FileStream stream = File.OpenRead(file);
            while (ReadChunk(stream) is { Length: > 0 } chunk)
            {
                yield return chunk;
            }
        }
    }

    private static IEnumerable<string> Expand(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories);
        }

        return File.Exists(path) ? [path] : throw new FileNotFoundException($"there is no file or folder '{path}'");
    }

    private static byte[] ReadChunk(FileStream stream)
    {
        byte[] buffer = new byte[ChunkBytes];
        int count = stream.ReadAtLeast(buffer, ChunkBytes, throwOnEndOfStream: false);

        // Give back what follows the last space: that word goes into the next chunk. A word that fills a whole chunk is
        // read on to its end.
        int end = count < ChunkBytes ? count : buffer.AsSpan().LastIndexOfAny(WhiteSpace) + 1;
        if (end > 0 || count == 0)
        {
            stream.Position -= count - end;
            return buffer[..end];
        }

        List<byte> word = [.. buffer];
        for (int next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
        {
            word.Add((byte)next);
            if (WhiteSpace.Contains((byte)next))
            {
                break;
            }
        }

        return [.. word];
    }
}
