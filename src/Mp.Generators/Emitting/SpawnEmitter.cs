using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Collections;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>Prints what makes a port of a class from a message: a handler's table, with a constructor in it.</summary>
internal static class SpawnEmitter
{
    /// <summary>The whole file.</summary>
    public static string Emit(SpawnModel spawn)
    {
        var code = new CodeWriter();
        code.Write(GeneratedText.Header);
        if (spawn.HasReadOnlyReferences)
        {
            code.Write(GeneratedText.ReadOnlyReferences);
        }

        code.Write("namespace Mp.Generated;\n");
        code.Write(GeneratedText.Attribute);
        using (code.Block($"internal static class {Identifier.Mangle(spawn.MetadataName)}Spawn"))
        {
            code.Write($"""
                [global::System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Register() => {GeneratedText.Services}SpawnFactories.Register(
                    {SymbolDisplay.FormatLiteral(spawn.Name, quote: true)},
                    Create,
                    Create);

                """);
            ElementModel[] elements =
            [
                .. spawn.Parameters
                    .Where(static parameter => parameter.Element is not null)
                    .Select(static parameter => parameter.Element!),
            ];
            var codecs = new CodecFields("Codecs.Of", elements);
            WriteCreate(code, spawn, new MemoryDialect(), codecs, isWire: false);
            code.WriteLine();
            WriteCreate(code, spawn, new WireDialect(), codecs, isWire: true);
            PayloadText.WriteCodecs(code, elements);
        }

        return code.ToString();
    }

    private static void WriteCreate(
        CodeWriter code,
        SpawnModel spawn,
        TableDialect dialect,
        CodecFields codecs,
        bool isWire)
    {
        Arm arm = ArmPlanner.Plan(AsHandler(spawn), index: 0, isOneOfSeveral: false);
        List<string> conditions = [.. arm.Steps.Select(step => dialect.Condition(step, arm, codecs))];
        if (isWire)
        {
            // The name was read to come here.
            conditions.Insert(0, "reader.TrySkip()");
        }

        string parameter = $"{GeneratedText.Services}{dialect.MessageType} message";
        using (code.Block($"private static global::Mp.Port? Create({parameter})"))
        {
            if (isWire)
            {
                dialect.WriteBeginning(code, MatchPlanner.Plan(default));
            }

            ArmEmitter.WriteDefaults(code, arm);
            string arguments = string.Join(", ", ArmEmitter.Arguments(arm, dialect));
            string creation = $"new {spawn.Type}({arguments})";
            if (conditions.Count == 0)
            {
                code.Write($"return {creation};");
                return;
            }

            using (code.Block($"if ({string.Join("\n    && ", conditions)})"))
            {
                code.Write($"return {creation};");
            }

            code.Write("\nreturn null;");
        }
    }

    // The constructor of a class is read as a handler of its name would be.
    private static HandlerModel AsHandler(SpawnModel spawn) => new()
    {
        Number = 0,
        Name = "",
        Target = "",
        Return = HandlerReturn.Nothing,
        Pattern = new EquatableArray<ConstantModel>([new ConstantModel(ConstantKind.String, spawn.Name)]),
        Parameters = spawn.Parameters,
        Composed = null,
    };
}
