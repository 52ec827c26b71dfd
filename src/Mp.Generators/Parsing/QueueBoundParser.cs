using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads what a class says of the queue of its ports.</summary>
internal static class QueueBoundParser
{
    private const int OverflowKinds = 3;

    /// <summary>Parses the attribute of a class, telling <paramref name="report"/> of every problem.</summary>
    /// <returns>The model, or <see langword="null"/> if there is no such attribute, or any problem.</returns>
    public static QueueBoundModel? Parse(
        INamedTypeSymbol type,
        Action<ProblemKind, Location, string>? report,
        CancellationToken cancellationToken)
    {
        AttributeData? attribute = type.GetAttributes()
            .FirstOrDefault(static one => KnownTypes.Is(one.AttributeClass, KnownTypes.PortAttribute));
        if (attribute is null)
        {
            return null;
        }

        var problems = new ProblemSink(report);
        Location location = attribute.ApplicationSyntaxReference is { } reference
            ? Location.Create(reference.SyntaxTree, reference.Span)
            : type.Locations[0];
        int capacity = ValueOf(attribute, "Capacity");
        if (capacity < 1)
        {
            problems.Report(ProblemKind.CapacityIsTooSmall, location, type.Name);
        }

        int overflow = ValueOf(attribute, "Overflow");
        if (overflow is < 0 or >= OverflowKinds)
        {
            problems.Report(ProblemKind.OverflowIsUnknown, location, type.Name);
        }

        BaseClasses? bases = BaseClasses.Find(type, new ProblemSink(report: null));
        if (bases is null || !MayHaveAnotherPart(type, cancellationToken))
        {
            problems.Report(ProblemKind.BoundedClassIsNotAPartialPort, type.Locations[0], type.Name);
        }

        return problems.HasProblems ? null : new QueueBoundModel
        {
            MetadataName = KnownTypes.MetadataNameOf(type),
            Namespace = TypeDeclarations.NamespaceOf(type),
            Declarations = TypeDeclarations.Of(type),
            OverridesInternals = bases!.OverridesInternalsOf(type),
            Capacity = capacity,
            Overflow = overflow,
        };
    }

    private static int ValueOf(AttributeData attribute, string name) => attribute.NamedArguments
        .Where(argument => string.Equals(argument.Key, name, StringComparison.Ordinal))
        .Select(static argument => argument.Value.Value as int? ?? 0)
        .FirstOrDefault();

    private static bool MayHaveAnotherPart(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? one = type; one is not null; one = one.ContainingType)
        {
            if (!TypeDeclarations.IsPartial(one, cancellationToken))
            {
                return false;
            }
        }

        return !TypeDeclarations.IsFileLocal(type);
    }
}
