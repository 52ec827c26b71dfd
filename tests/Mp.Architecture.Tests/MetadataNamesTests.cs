using System.Reflection;

namespace Mp.Architecture.Tests;

/// <summary>The generator knows the runtime by name only; here the two meet.</summary>
public sealed class MetadataNamesTests
{
    [Fact]
    public void NamesOfTheGenerator_AreTypesOfTheRuntime() => Offenders.AreNone(
        "A constant of the generator names a type that the runtime does not have:",
        from type in CompilerAssemblies.Generators.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field is { IsLiteral: true } && field.FieldType == typeof(string)
        let name = (string)field.GetRawConstantValue()!
        where name.StartsWith("Mp.", StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal)
        where typeof(Port).Assembly.GetType(name) is null
        select $"{type.Name}.{field.Name}: {name}");
}
