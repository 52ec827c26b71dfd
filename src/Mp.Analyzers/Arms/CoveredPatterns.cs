namespace Mp.Analyzers.Arms;

/// <summary>Finds patterns of a method that never make it run, as one before them always has.</summary>
internal static class CoveredPatterns
{
    /// <summary>Looks at a type's own handlers.</summary>
    public static void Find(IReadOnlyList<ArmEntry> own, ArmReport report)
    {
        for (int index = 0; index < own.Count; index++)
        {
            ArmEntry later = own[index];
            if (own.Take(index).FirstOrDefault(one => one.IsOfSameHandler(later) && one.Shape.Covers(later.Shape))
                is not { } earlier)
            {
                continue;
            }

            // What an interface asks for is not the class's to drop; the class's own copy of it is.
            ArmEntry needless = later.IsWrittenIn(report.Type) ? later : earlier;
            if (needless.IsWrittenIn(report.Type) && (needless == later || later.Shape.Covers(earlier.Shape)))
            {
                report.At(needless, Descriptors.PatternIsCovered, needless.Source.Method.Name);
            }
        }
    }
}
