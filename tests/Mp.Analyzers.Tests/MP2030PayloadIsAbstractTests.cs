namespace Mp.Analyzers.Tests;

public sealed class MP2030PayloadIsAbstractTests
{
    [Fact]
    public Task AbstractClass_AndInterface_AreReported() => AnalyzerHarness.VerifyAsync("""
        [Payload] abstract record {|MP2030:Line|}(int Id);
        [Payload] interface {|MP2030:IOrder|} { int Id { get; set; } }
        """);

    [Fact]
    public Task WhatDerives_IsFine() => AnalyzerHarness.VerifyAsync("""
        abstract record Line(int Id);
        [Payload] record Heading(int Id, string Text) : Line(Id);
        """);
}
