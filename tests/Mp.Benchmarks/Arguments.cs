using System.Globalization;

namespace Mp.Benchmarks;

/// <summary>Which workloads to run, and how often.</summary>
internal sealed record Arguments(IReadOnlyList<string> Workloads, int Runs, int WarmUps)
{
    public static Arguments Parse(ReadOnlySpan<string> arguments)
    {
        List<string> workloads = [];
        int runs = 5;
        int warmUps = 1;
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
                default:
                    workloads.Add(arguments[index]);
                    break;
            }
        }

        return new Arguments(workloads, runs, warmUps);
    }
}
