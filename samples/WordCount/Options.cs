using System.Globalization;

namespace WordCount;

/// <summary>What the command line says.</summary>
/// <param name="Workers">How many worker processes to start.</param>
/// <param name="KillOne">Whether to kill one of them in the middle of its share.</param>
/// <param name="Paths">The files to count in, and folders of such.</param>
internal sealed record Options(int Workers, bool KillOne, IReadOnlyList<string> Paths)
{
    private const int MaxWorkers = 64;

    public static bool TryParse(string[] args, out Options options, out string problem)
    {
        int workers = 3;
        bool killOne = false;
        List<string> paths = [];
        problem = "";
        for (int index = 0; index < args.Length && problem.Length == 0; index++)
        {
            switch (args[index])
            {
                case "--kill-one":
                    killOne = true;
                    break;
                case "--workers":
                    string count = ++index < args.Length ? args[index] : "";
                    problem = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out workers)
                        && workers is >= 1 and <= MaxWorkers
                            ? ""
                            : $"--workers takes a number from 1 to {MaxWorkers}, not '{count}'";
                    break;
                case ['-', _, ..] unknown:
                    problem = $"there is no option '{unknown}'";
                    break;
                default:
                    paths.Add(args[index]);
                    break;
            }
        }

        problem = problem.Length == 0 && paths.Count == 0 ? "no file or folder was given" : problem;
        options = new Options(workers, killOne, paths);
        return problem.Length == 0;
    }
}
