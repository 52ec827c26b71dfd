using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Benchmarks;

/// <summary>What the generators cost a project of a thousand handlers, a file for each port class.</summary>
public class GeneratorBenchmarks
{
    private const int Handlers = 1_000;

    private CSharpCompilation _project = null!;
    private CSharpCompilation[] _edits = null!;
    private GeneratorDriver _driver = null!;
    private int _edit;

    /// <summary>How many port classes share the handlers.</summary>
    [Params(1, 50)]
    public int Ports { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _project = CompiledProject.Of(Enumerable.Range(0, Ports)
            .Select(port => TagPorts.SourceOf($"Port{port}", Handlers / Ports)));
        _ = _project.GetDiagnostics();
        _edits = [EditBody("_ = n"), EditBody("_ = n + 1")];
        _driver = CompiledProject.CreateDriver().RunGenerators(_project);
    }

    /// <summary>Everything, as in a build.</summary>
    [Benchmark]
    public GeneratorDriver FullRun() => CompiledProject.CreateDriver().RunGenerators(_project.Clone());

    /// <summary>Another body for one handler, as at each key press: nothing is written anew.</summary>
    [Benchmark]
    public GeneratorDriver BodyEdit()
    {
        _driver = _driver.RunGenerators(_edits[_edit ^= 1]);
        return _driver;
    }

    private CSharpCompilation EditBody(string body)
    {
        SyntaxTree tree = _project.SyntaxTrees[0];
        string text = tree.ToString().Replace("On0(long n) => Add(n)", $"On0(long n) => {body}", StringComparison.Ordinal);
        return _project.ReplaceSyntaxTree(tree, CompiledProject.Parse(tree.FilePath, text));
    }
}
