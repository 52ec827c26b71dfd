using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads which codecs are written by hand.</summary>
internal static class CustomCodecParser
{
    private const string Services = "global::Mp.CompilerServices.";

    /// <summary>Whether a type, a member or a parameter is said to have one.</summary>
    public static bool IsMarked(ISymbol symbol) => AttributeOf(symbol) is not null;

    /// <summary>Parses a type that is marked.</summary>
    /// <returns>The model, or <see langword="null"/> if there is any problem.</returns>
    public static CustomPayloadModel? Parse(INamedTypeSymbol type, Action<ProblemKind, Location, string>? report)
    {
        var problems = new ProblemSink(report);
        PayloadParser.CheckType(type, problems);
        ElementModel? element = Parse(type, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), problems);
        return element is null || problems.HasProblems
            ? null
            : new CustomPayloadModel { MetadataName = KnownTypes.MetadataNameOf(type), Element = element };
    }

    /// <summary>How something that is marked is read and written, or nothing if it can't be.</summary>
    /// <param name="marked">What is marked.</param>
    /// <param name="type">Its type.</param>
    /// <param name="problems">What is told of problems.</param>
    public static ElementModel? Parse(ISymbol marked, ITypeSymbol type, ProblemSink problems)
    {
        bool takesNull = ElementParser.TakesNull(type);
        ITypeSymbol present = PresentOf(type);
        string name = ClosedPayloadParser.Write(present);
        if (DescribeCodec(marked, present, name) is not { } codec)
        {
            problems.Report(ProblemKind.PayloadCodecDoesNotFit, marked.Locations[0], marked.Name);
            return null;
        }

        string wrapper = type.IsReferenceType ? "NullableReferenceCodec" : "NullableCodec";
        return new ElementModel
        {
            Kind = ElementKind.Coded,
            Type = takesNull ? name + "?" : name,
            Variable = takesNull || type.IsReferenceType ? name + "?" : name,
            Codec = takesNull ? $"new {Services}{wrapper}<{name}>({codec})" : codec,
        };
    }

    /// <summary>The type of what travels: that which the codec by hand makes, or else the type itself.</summary>
    /// <param name="marked">What is marked, or nothing.</param>
    /// <param name="type">The type of the member or parameter.</param>
    public static ITypeSymbol TravelsAs(ISymbol? marked, ITypeSymbol type) =>
        marked is not null && CodecOf(marked) is { } codec && ConversionOf(codec, PresentOf(type)) is { } conversion
            ? conversion.TypeArguments[1]
            : type;

    private static ITypeSymbol PresentOf(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static string? DescribeCodec(ISymbol marked, ITypeSymbol type, string name)
    {
        if (CodecOf(marked) is not { IsAbstract: false } codec
            || !ClosedPayloadParser.IsVisible(codec)
            || !codec.InstanceConstructors.Any(IsUsable))
        {
            return null;
        }

        if (ConversionOf(codec, type) is not { } conversion
            || ElementParser.DescribeCodec(conversion.TypeArguments[1]) is not var (payload, inner))
        {
            return null;
        }

        string written = ClosedPayloadParser.Write(codec);
        return $"new {Services}ConvertedCodec<{name}, {payload}>(new {written}(), {inner})";
    }

    private static INamedTypeSymbol? CodecOf(ISymbol marked) =>
        AttributeOf(marked)?.ConstructorArguments[0].Value as INamedTypeSymbol;

    private static INamedTypeSymbol? ConversionOf(INamedTypeSymbol codec, ITypeSymbol type) =>
        codec.AllInterfaces.FirstOrDefault(one =>
            KnownTypes.Is(one, KnownTypes.PayloadCodec)
            && SymbolEqualityComparer.Default.Equals(one.TypeArguments[0], type));

    private static bool IsUsable(IMethodSymbol constructor) =>
        constructor.Parameters.IsEmpty
        && constructor.DeclaredAccessibility
            is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static AttributeData? AttributeOf(ISymbol symbol) => symbol.GetAttributes().FirstOrDefault(
        static attribute => KnownTypes.Is(attribute.AttributeClass, KnownTypes.PayloadCodecAttribute)
            && attribute.ConstructorArguments.Length == 1);
}
