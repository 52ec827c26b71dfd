using System.Globalization;

namespace Mp.Benchmarks;

/// <summary>Which workloads to run, and how often.</summary>
/// <param name="Workloads">Their names.</param>
/// <param name="Runs">How many runs count.</param>
/// <param name="WarmUps">How many runs there are before.</param>
/// <param name="IsGuarded">Whether a run is repeated when others used the machine.</param>
internal sealed record Arguments(IReadOnlyList<string> Workloads, int Runs, int WarmUps, bool IsGuarded = true)
{
    public static Arguments Parse(ReadOnlySpan<string> arguments)
    {
        List<string> workloads = [];
        int runs = 5;
        int warmUps = 1;
        bool isGuarded = true;
        for (int index = 0; index < arguments.Length; index++)
        {
            switch (arguments[index])
            {
                case "-n":
                    runs = int.Parse(arguments[++index], CultureInfo.InvariantCulture);
                    break;
                case "-w":
                    warmUps = int.Parse(arguments[++index], CultureInfo.InvariantCulture);
                    break;
                case "--unguarded":
                    isGuarded = false;
                    break;
                default:
                    workloads.Add(arguments[index]);
                    break;
            }
        }

        return new Arguments(workloads, runs, warmUps, isGuarded);
    }
}
