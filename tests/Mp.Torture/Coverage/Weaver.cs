using System.Diagnostics;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Mp.Torture.Coverage;

/// <summary>
/// Puts counters into a copy of an assembly: at the beginning of every basic block it counts the edge that led there.
/// </summary>
/// <remarks>An edge is known by the numbers of both its blocks, <c>previous ^ current</c>, as AFL has it.</remarks>
internal sealed class Weaver
{
    private readonly FieldReference _counts;
    private readonly FieldReference _blocks;
    private readonly FieldReference _previous;
    private readonly List<string> _woven = [];

    private Weaver(ModuleDefinition module)
    {
        _counts = module.ImportReference(typeof(EdgeMap).GetField(nameof(EdgeMap.Counts)));
        _blocks = module.ImportReference(typeof(EdgeMap).GetField(nameof(EdgeMap.Blocks)));
        _previous = module.ImportReference(typeof(EdgeMap).GetField(nameof(EdgeMap.Previous)));
    }

    /// <summary>Weaves a copy of an assembly, which must have its internals visible from there.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="scope">Which methods.</param>
    public static WovenAssembly Weave(string path, CoverageScope scope)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var weaver = new Weaver(assembly.MainModule);
        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            foreach (MethodDefinition method in type.Methods.Where(method => method.HasBody && scope.Has(method)))
            {
                weaver.WeaveInto(method, CoverageScope.IsRepeatable(method));
            }
        }

        // Millions of inputs go through it: it is to be compiled well, however it was built.
        foreach (CustomAttribute debuggable in assembly.CustomAttributes
            .Where(static attribute => attribute.AttributeType.Name == nameof(DebuggableAttribute))
            .ToList())
        {
            assembly.CustomAttributes.Remove(debuggable);
        }

        using var image = new MemoryStream();
        assembly.Write(image);
        return new WovenAssembly(assembly.Name.Name, image.ToArray(), [.. weaver._woven]);
    }

    // What begins a block, of those instructions that can be reached at all.
    private static List<Instruction> BlocksOf(MethodBody body)
    {
        var leaders = new HashSet<Instruction>();
        var reached = new HashSet<Instruction>();
        var left = new Stack<Instruction>();
        Enter(body.Instructions[0]);
        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            Enter(handler.HandlerStart);
            Enter(handler.FilterStart);
        }

        while (left.TryPop(out Instruction? instruction))
        {
            bool isBranch = instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch;
            if (instruction.Operand is Instruction target)
            {
                Enter(target);
            }

            Array.ForEach(instruction.Operand as Instruction[] ?? [], Enter);
            if (EndsWay(instruction) || instruction.Next is not { } next)
            {
                continue;
            }

            if (isBranch)
            {
                Enter(next);
            }
            else if (reached.Add(next))
            {
                left.Push(next);
            }
        }

        return [.. body.Instructions.Where(leaders.Contains)];

        void Enter(Instruction? leader)
        {
            if (leader is not null && leaders.Add(leader) && reached.Add(leader))
            {
                left.Push(leader);
            }
        }
    }

    // Without optimization the compiler writes "if true, jump" as well, so that what follows can have a place in the source.
    private static bool EndsWay(Instruction instruction) =>
        instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw
        || (instruction.OpCode.Code == Code.Brtrue
            && instruction.Previous is { OpCode.Code: Code.Ldc_I4, Operand: 1 });

    private void WeaveInto(MethodDefinition method, bool hasEdges)
    {
        MethodBody body = method.Body;
        body.SimplifyMacros();
        List<Instruction> leaders = BlocksOf(body);

        // A method of one block has no edges of its own, and is to stay so short that it is inlined.
        hasEdges &= leaders.Count > 1;
        foreach (Instruction leader in leaders)
        {
            int block = _woven.Count;
            _woven.Add(CoverageScope.NameOf(method));
            List<Instruction> probe = [.. Reach(block)];
            if (hasEdges)
            {
                // Spread, so that the numbers of neighbours have little in common.
                probe.AddRange(Count((int)((block + 1) * 0x9E3779B1u >> 7) & (EdgeMap.Size - 1)));
            }

            Insert(body, leader, probe);
        }

        body.OptimizeMacros();
    }

    // The leader itself becomes the first instruction of the probe: whatever jumps to it comes by the probe.
    private static void Insert(MethodBody body, Instruction leader, List<Instruction> probe)
    {
        var moved = Instruction.Create(OpCodes.Nop);
        (moved.OpCode, moved.Operand) = (leader.OpCode, leader.Operand);
        (leader.OpCode, leader.Operand) = (probe[0].OpCode, probe[0].Operand);
        int at = body.Instructions.IndexOf(leader) + 1;
        foreach (Instruction instruction in probe.Skip(1).Append(moved))
        {
            body.Instructions.Insert(at++, instruction);
        }
    }

    // Blocks[block] = 1
    private IEnumerable<Instruction> Reach(int block) =>
    [
        Instruction.Create(OpCodes.Ldsfld, _blocks),
        Instruction.Create(OpCodes.Ldc_I4, block),
        Instruction.Create(OpCodes.Add),
        Instruction.Create(OpCodes.Ldc_I4_1),
        Instruction.Create(OpCodes.Stind_I1),
    ];

    // Counts[Previous ^ number]++; Previous = number >> 1
    private IEnumerable<Instruction> Count(int number) =>
    [
        Instruction.Create(OpCodes.Ldsfld, _counts),
        Instruction.Create(OpCodes.Ldsfld, _previous),
        Instruction.Create(OpCodes.Ldc_I4, number),
        Instruction.Create(OpCodes.Xor),
        Instruction.Create(OpCodes.Add),
        Instruction.Create(OpCodes.Dup),
        Instruction.Create(OpCodes.Ldind_U1),
        Instruction.Create(OpCodes.Ldc_I4_1),
        Instruction.Create(OpCodes.Add),
        Instruction.Create(OpCodes.Stind_I1),
        Instruction.Create(OpCodes.Ldc_I4, number >> 1),
        Instruction.Create(OpCodes.Stsfld, _previous),
    ];
}
