using System.Text;

namespace Mp.Torture.Coverage;

/// <summary>Inputs that were kept: one a line, in hex, and after <c>#</c> what they reach.</summary>
internal static class CorpusFile
{
    private const char Remark = '#';

    /// <summary>Where the inputs of a target are.</summary>
    public static string PathOf(string folder, string target) => Path.Combine(folder, target + ".txt");

    /// <summary>Reads the inputs of a target, of which there may be none.</summary>
    public static IReadOnlyList<byte[]> Read(string folder, string target)
    {
        string path = PathOf(folder, target);
        return !File.Exists(path)
            ? []
            : [.. from line in File.ReadLines(path)
                  let text = line.Split(Remark)[0].Trim()
                  where text.Length > 0
                  select Convert.FromHexString(text)];
    }

    /// <summary>Writes them.</summary>
    public static void Write(string folder, string target, IEnumerable<(byte[] Input, string Reaches)> inputs)
    {
        var text = new StringBuilder();
        foreach ((byte[] input, string reaches) in inputs)
        {
            string remark = reaches.Length == 0 ? "" : $" {Remark} {reaches}";
            text.Append(Convert.ToHexStringLower(input)).Append(remark).Append('\n');
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(PathOf(folder, target), text.ToString());
    }
}
