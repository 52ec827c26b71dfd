using System.Globalization;

namespace Mp.TestKit.Patterns;

/// <summary>How many cases a property is tried on.</summary>
public static class PropertyCases
{
    /// <summary>The variable that asks for more, or less.</summary>
    public const string Variable = "MP_PROPERTY_CASES";

    /// <summary>2,000 unless the variable says otherwise.</summary>
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out int count)
            ? count
            : 2_000;
}
