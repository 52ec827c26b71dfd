namespace Mp.Analyzers.Arms;

/// <summary>Finds handlers that receive the same messages: each message makes both run.</summary>
internal static class SameArms
{
    /// <summary>Looks at a type's own handlers, and at those that it inherits.</summary>
    public static void Find(IReadOnlyList<ArmEntry> own, IReadOnlyList<ArmEntry> inherited, ArmReport report)
    {
        for (int index = 0; index < own.Count; index++)
        {
            ArmEntry later = own[index];
            IEnumerable<ArmEntry> before = inherited.Concat(own.Take(index));
            if (before.FirstOrDefault(one => IsReported(one, later, report)) is { } earlier)
            {
                report.At(
                    later,
                    Descriptors.HandlersAreTheSame,
                    report.NameOf(later.Source.Method),
                    report.NameOf(earlier.Source.Method),
                    Consequence(earlier, later));
            }
        }
    }

    // What two methods of one interface do is said there.
    private static bool IsReported(ArmEntry earlier, ArmEntry later, ArmReport report) =>
        !earlier.IsOfSameHandler(later)
        && earlier.Shape.IsSameAs(later.Shape)
        && (later.IsWrittenIn(report.Type) || !later.IsWrittenIn(earlier.Source.Method.ContainingType));

    private static string Consequence(ArmEntry earlier, ArmEntry later) =>
        (earlier.Model.IsRemovable, later.Model.IsRemovable) switch
        {
            (true, true) => "both run for each message, and the one that removes the first may remove the second",
            (true, false) => "both run for each message, also for the one that removes the first",
            _ => "both run for each message",
        };
}
